package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.source.Pos;
import org.jspecify.annotations.Nullable;

/**
 * A named thing: package, constant, type, variable, function, label, builtin, nil. Objects are
 * compared by identity. Types are filled in while the checker runs.
 */
public abstract sealed class Obj {
  private final Pos pos;
  private final @Nullable Package pkg;
  private final String name;
  private @Nullable Type type;
  @Nullable Scope parent;

  /** Order of declaration among the package's objects, from 1; 0 for universe and local objects. */
  int order;

  /** Where the object's scope begins (locals only). */
  Pos scopePos = Pos.NONE;

  Obj(Pos pos, @Nullable Package pkg, String name, @Nullable Type type) {
    this.pos = pos;
    this.pkg = pkg;
    this.name = name;
    this.type = type;
  }

  public final Pos pos() {
    return pos;
  }

  /** Null for universe objects. */
  public final @Nullable Package pkg() {
    return pkg;
  }

  public final String name() {
    return name;
  }

  /** The type; Invalid where an error was reported or there is none (labels, packages). */
  public final Type type() {
    return type != null ? type : Universe.INVALID;
  }

  /** Null while it is not known yet. */
  final @Nullable Type typeOrNull() {
    return type;
  }

  final void setType(@Nullable Type type) {
    this.type = type;
  }

  /** The innermost scope the object is declared in; null for methods and struct fields. */
  public final @Nullable Scope parent() {
    return parent;
  }

  /** Declared at a package's level (methods too). */
  public final boolean atPackageLevel() {
    return order > 0;
  }

  /** Begins with an upper case letter. */
  public final boolean exported() {
    return isExported(name);
  }

  static boolean isExported(String name) {
    return !name.isEmpty() && Character.isUpperCase(name.codePointAt(0));
  }

  /**
   * The name if exported, else qualified with the package's path: what tells methods and fields
   * apart.
   */
  final String qualifiedId() {
    return qualifiedId(pkg, name);
  }

  static String qualifiedId(@Nullable Package pkg, String name) {
    if (isExported(name)) {
      return name;
    }
    return (pkg != null && !pkg.path().isEmpty() ? pkg.path() : "_") + "." + name;
  }

  /**
   * Same {@link #qualifiedId()} as {@code name} in {@code pkg}; with {@code foldCase}, letters'
   * case and packages don't count.
   */
  final boolean sameId(@Nullable Package pkg, String name, boolean foldCase) {
    if (foldCase && this.name.equalsIgnoreCase(name)) {
      return true;
    }
    return this.name.equals(name) && (exported() || Predicates.samePkg(this.pkg, pkg));
  }

  /** Something an initialiser may depend on. */
  final boolean isDependency() {
    return this instanceof Const || this instanceof Var || this instanceof Func;
  }

  @Override
  public String toString() {
    return ObjString.of(this);
  }

  /** An import in a file or cell. */
  public static final class PkgName extends Obj {
    private final Package imported;
    boolean used;

    public PkgName(Pos pos, @Nullable Package pkg, String name, Package imported) {
      super(pos, pkg, name, Universe.INVALID);
      this.imported = imported;
    }

    public Package imported() {
      return imported;
    }

    public boolean used() {
      return used;
    }
  }

  /** A constant. */
  public static final class Const extends Obj {
    private @Nullable Constant value;

    public Const(
        Pos pos,
        @Nullable Package pkg,
        String name,
        @Nullable Type type,
        @Nullable Constant value) {
      super(pos, pkg, name, type);
      this.value = value;
    }

    /** Unknown where an error was reported. */
    public Constant value() {
      return value != null ? value : Constant.unknown();
    }

    void setValue(@Nullable Constant value) {
      this.value = value;
    }
  }

  /** The name of a defined type, alias or type parameter. */
  public static final class TypeName extends Obj {
    public TypeName(Pos pos, @Nullable Package pkg, String name, @Nullable Type type) {
      super(pos, pkg, name, type);
    }

    /** Another name for a type, rather than the name of a defined type. */
    public boolean isAlias() {
      return switch (typeOrNull()) {
        case null -> false;
        case Basic b when pkg() == Universe.UNSAFE -> false;
        case Basic b ->
            pkg() != null || !b.name().equals(name()) || b == Universe.BYTE || b == Universe.RUNE;
        case Named n -> this != n.ownObj();
        case TypeParam p -> this != p.obj();
        default -> true;
      };
    }
  }

  /** What kind of variable. */
  public enum VarKind {
    PACKAGE_VAR,
    LOCAL_VAR,
    RECV_VAR,
    PARAM_VAR,
    RESULT_VAR,
    FIELD_VAR
  }

  /** A variable, parameter, result or struct field. */
  public static final class Var extends Obj {
    private final VarKind kind;
    private final boolean embedded;
    boolean used;

    /** For instantiated fields and parameters: the one in the generic declaration. */
    @Nullable Var origin;

    public Var(Pos pos, @Nullable Package pkg, String name, @Nullable Type type, VarKind kind) {
      this(pos, pkg, name, type, kind, false);
    }

    public Var(
        Pos pos,
        @Nullable Package pkg,
        String name,
        @Nullable Type type,
        VarKind kind,
        boolean embedded) {
      super(pos, pkg, name, type);
      this.kind = kind;
      this.embedded = embedded;
    }

    public VarKind kind() {
      return kind;
    }

    public boolean isField() {
      return kind == VarKind.FIELD_VAR;
    }

    /** An embedded field. */
    public boolean embedded() {
      return embedded;
    }

    public boolean used() {
      return used;
    }

    /** The declared variable this one is an instance of, or itself. */
    public Var origin() {
      return origin != null ? origin : this;
    }
  }

  /** A function, concrete method or interface method. */
  public static final class Func extends Obj {
    /** A method that needs a pointer receiver (set before the signature is known). */
    boolean hasPtrRecv;

    @Nullable Func origin;

    public Func(Pos pos, @Nullable Package pkg, String name, @Nullable Signature type) {
      super(pos, pkg, name, type);
    }

    public Signature signature() {
      return (Signature) type();
    }

    /** The method's receiver is a pointer, also while the signature is not known yet. */
    boolean hasPtrRecv() {
      if (typeOrNull() instanceof Signature sig && sig.recv() != null) {
        return Types.unalias(sig.recv().type()) instanceof Pointer;
      }
      return hasPtrRecv;
    }

    /** The generic function this one is an instance of, or itself. */
    public Func origin() {
      return origin != null ? origin : this;
    }
  }

  /** A label. */
  public static final class Label extends Obj {
    boolean used;

    public Label(Pos pos, @Nullable Package pkg, String name) {
      super(pos, pkg, name, Universe.INVALID);
    }
  }

  /** A predeclared function, or one of package unsafe. */
  public static final class Builtin extends Obj {
    private final BuiltinId id;

    Builtin(@Nullable Package pkg, String name, BuiltinId id) {
      super(Pos.NONE, pkg, name, Universe.INVALID);
      this.id = id;
    }

    public BuiltinId id() {
      return id;
    }
  }

  /** The predeclared nil. */
  public static final class Nil extends Obj {
    Nil() {
      super(Pos.NONE, null, "nil", Universe.UNTYPED_NIL);
    }
  }
}
