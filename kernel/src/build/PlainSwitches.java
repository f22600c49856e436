import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;

/**
 * A step of the build: makes pattern switches plain code, in the folder of classes that is named.
 * javac leaves them to java.lang.runtime.SwitchBootstraps, which spins a class for each at its first
 * use. No AOT cache keeps those, and a session's first cells meet a hundred. Here each becomes a
 * private method that makes the same tests in the same order; every other class stays as it is.
 */
void main(String[] args) throws IOException {
  List<Path> classes;
  try (Stream<Path> all = Files.walk(Path.of(args[0]))) {
    classes = all.filter(p -> p.toString().endsWith(".class")).sorted().toList();
  }
  for (Path p : classes) {
    ClassModel model = tools.parse(p);
    if (model.methods().stream().anyMatch(this::switches)) {
      Files.write(p, plain(model));
    }
  }
}

/** Stack maps name common superclasses, which may be a dependency's. */
final ClassFile tools =
    ClassFile.of(
        ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader())));

boolean switches(MethodModel m) {
  return m.code().stream().flatMap(c -> c.elementStream()).anyMatch(this::isSwitch);
}

/** A switch by classes: no other labels are known here. */
boolean isSwitch(CodeElement e) {
  return e instanceof InvokeDynamicInstruction i
      && i.bootstrapMethod().owner().displayName().equals("SwitchBootstraps")
      && i.bootstrapMethod().methodName().equals("typeSwitch")
      && i.bootstrapArgs().stream().allMatch(a -> a instanceof ClassDesc c && !c.isPrimitive());
}

byte[] plain(ClassModel model) {
  boolean isInterface = (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
  List<InvokeDynamicInstruction> found = new ArrayList<>();
  CodeTransform calls = (code, e) -> {
    if (isSwitch(e)) {
      InvokeDynamicInstruction i = (InvokeDynamicInstruction) e;
      code.invokestatic(
          model.thisClass().asSymbol(), name(found.size()), i.typeSymbol(), isInterface);
      code.nop().nop(); // as long as it was: annotations of locals keep their places
      found.add(i);
    } else {
      code.with(e);
    }
  };
  ClassTransform methods =
      ClassTransform.endHandler(c -> {
        for (int n = 0; n < found.size(); n++) {
          addSwitch(c, name(n), found.get(n));
        }
      });
  return tools.transformClass(
      model, ClassTransform.transformingMethodBodies(this::switches, calls).andThen(methods));
}

String name(int n) {
  return "switch$" + n;
}

/**
 * {@code (value, from)}: the number of the first label, not before that one, which fits; -1 for
 * null; how many there are if none fits.
 */
void addSwitch(ClassBuilder c, String name, InvokeDynamicInstruction i) {
  int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
  c.withMethodBody(name, i.typeSymbol(), flags, code -> {
    Label some = code.newLabel();
    code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
    for (int n = 0; n < i.bootstrapArgs().size(); n++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(n).if_icmpgt(next);
      code.aload(0).instanceOf((ClassDesc) i.bootstrapArgs().get(n)).ifeq(next);
      code.loadConstant(n).ireturn().labelBinding(next);
    }
    code.loadConstant(i.bootstrapArgs().size()).ireturn();
  });
}
