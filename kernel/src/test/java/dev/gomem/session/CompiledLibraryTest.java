package dev.gomem.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.code.CodeReader;
import dev.gomem.code.CodeUnit;
import dev.gomem.code.CodeWriter;
import dev.gomem.code.Disassembler;
import dev.gomem.code.Function;
import dev.gomem.layout.TypeTable;
import dev.gomem.library.Library;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What the build makes of the library says and does what the library's texts do. */
final class CompiledLibraryTest {
  private final Library texts = Library.ofTexts();
  private final Toolchain fromTexts = new Toolchain(texts);
  private final Toolchain fromBuild = new Toolchain(Compiled.library());

  @Test
  void theSameTextsGiveTheSameBytes() {
    Map<String, byte[]> again = LibraryBuild.compile(Library.ofTexts());
    assertEquals(texts.paths(), List.copyOf(again.keySet()));
    again.forEach((path, bytes) -> assertArrayEquals(Compiled.packages().get(path), bytes, path));
  }

  /** Only Maven's build has them beside the classes. */
  @Test
  void theBuildHasWrittenThem() throws IOException {
    Assumptions.assumeTrue(
        Library.class.getResource(Library.compiledName("fmt")) != null, "built by Maven");
    for (String path : texts.paths()) {
      try (InputStream in = Library.class.getResourceAsStream(Library.compiledName(path))) {
        assertTrue(in != null, path);
        assertArrayEquals(Compiled.packages().get(path), in.readAllBytes(), path);
      }
    }
  }

  @Test
  void outlinesDeclareWhatTheTextsDeclare() {
    for (String path : texts.paths()) {
      Package whole = fromTexts.checked(path).result().pkg();
      Package outlined = fromBuild.importPackage(path);
      assertTrue(outlined != null, path);
      assertEquals(whole.name(), outlined.name());
      assertEquals(paths(whole), paths(outlined), path);
      List<String> missing = new ArrayList<>(said(whole));
      List<String> said = said(outlined);
      missing.removeAll(said);
      for (String line : missing) {
        assertTrue(line.matches(NOT_EXPORTED), line + ": not outlined");
      }
      assertTrue(said(whole).containsAll(said), path);
      assertFalse(said.isEmpty() && !whole.scope().names().isEmpty(), path);
    }
  }

  /** An object that is not exported, or a method or the structure of such a type. */
  private static final String NOT_EXPORTED =
      "(func ([\\w/]+[.])?[a-z_].*|func \\([*]?([\\w/]+[.])?[a-z_].*|(type|var) ([\\w/]+[.])?[a-z_].*|[a-z_]\\w* is .*)";

  private static List<String> paths(Package p) {
    return p.imports().stream().map(Package::path).toList();
  }

  /** Objects with their types, values, places and methods. */
  private static List<String> said(Package p) {
    List<String> out = new ArrayList<>();
    for (Obj o : p.scope().objects()) {
      out.add(said(o));
      if (o instanceof Obj.TypeName t && !t.isAlias() && t.type() instanceof Named n) {
        out.add(o.name() + " is " + n.underlying());
        n.methods().forEach(m -> out.add(said(m)));
      }
    }
    return out;
  }

  private static String said(Obj o) {
    return o
        + (o instanceof Obj.Const c ? " = " + c.value() : "")
        + " at "
        + o.pos();
  }

  private static byte[] alone(Function f) {
    return CodeWriter.write(new CodeUnit(List.of(f), List.of(), List.of(), List.of(), ""));
  }

  /** Function by function, in another order, into types of its own. */
  @Test
  void functionsAreThoseOfTheTexts() {
    Backend backend = new Backend(fromTexts);
    TypeTable types = new TypeTable();
    for (String path : texts.paths()) {
      CodeUnit unit = backend.fromTexts(path);
      BuiltPackage built = fromBuild.built(path);
      assertTrue(built != null, path);
      CodeReader code = CodeReader.open(built.code(), types, texts::source);
      for (Function f : unit.functions().reversed()) {
        Function read = code.find(f.symbol());
        assertTrue(read != null, f.symbol());
        assertEquals(Disassembler.function(f), Disassembler.function(read));
        assertArrayEquals(alone(f), alone(read), f.symbol());
      }
      assertEquals(null, code.find(path + ".nothing"));
      CodeUnit rest = code.withoutFunctions();
      assertEquals(unit.globals().toString(), rest.globals().toString());
      assertEquals(unit.methodSets().toString(), rest.methodSets().toString());
      assertEquals(unit.init(), rest.init());
    }
  }
}
