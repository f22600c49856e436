package dev.gomem.types;

import org.jspecify.annotations.Nullable;

/**
 * Objects as messages write them: {@code var x int}, {@code func (T).m()}. Source: go/types'
 * object.go.
 */
final class ObjString {
  private ObjString() {}

  static String of(Obj obj) {
    return of(obj, null);
  }

  static String of(Obj obj, @Nullable Qualifier qf) {
    StringBuilder b = new StringBuilder();
    Type typ = obj.typeOrNull();
    switch (obj) {
      case Obj.PkgName p -> {
        b.append("package ").append(p.name());
        String path = p.imported().path();
        if (!path.isEmpty() && !path.equals(p.name())) {
          b.append(" (").append(Errors.quote(path)).append(')');
        }
        return b.toString();
      }
      case Obj.Const c -> b.append("const");
      case Obj.TypeName t -> {
        b.append("type");
        if (typ != null && Predicates.isTypeParam(typ)) {
          b.append(" parameter");
        }
      }
      case Obj.Var v -> b.append(v.isField() ? "field" : "var");
      case Obj.Func f -> {
        b.append("func ");
        funcName(b, f, qf);
        if (typ instanceof Signature sig) {
          new TypeWriter(b, qf).signature(sig);
        }
        return b.toString();
      }
      case Obj.Label l -> {
        b.append("label");
        typ = null;
      }
      case Obj.Builtin bi -> {
        b.append("builtin");
        typ = null;
      }
      case Obj.Nil n -> {
        return "nil";
      }
    }
    b.append(' ');
    Package pkg = obj.pkg();
    if (pkg != null && pkg.scope().lookup(obj.name()) == obj) {
      b.append(packagePrefix(pkg, qf));
    }
    b.append(obj.name());
    if (typ == null) {
      return b.toString();
    }
    if (obj instanceof Obj.TypeName tname) {
      switch (typ) {
        case Basic t -> {
          return b.toString();
        }
        case Named t when !t.typeParams().isEmpty() ->
            new TypeWriter(b, qf).tParamList(t.typeParams());
        case Alias t when !t.typeParams().isEmpty() ->
            new TypeWriter(b, qf).tParamList(t.typeParams());
        default -> {}
      }
      if (tname.isAlias()) {
        b.append(" =");
        if (typ instanceof Alias a) {
          typ = a.rhs();
        }
      } else if (typ instanceof TypeParam p) {
        typ = p.constraint();
      } else {
        typ = typ.underlying();
      }
    }
    if (obj == Universe.ANY.obj()) {
      typ = Interface.EMPTY;
    }
    b.append(' ');
    new TypeWriter(b, qf).typ(typ);
    return b.toString();
  }

  /** What stands before a name of {@code pkg}: "" or the qualified package and a dot. */
  static String packagePrefix(@Nullable Package pkg, @Nullable Qualifier qf) {
    if (pkg == null) {
      return "";
    }
    String s = qf != null ? qf.qualify(pkg) : pkg.path();
    return s.isEmpty() ? "" : s + ".";
  }

  private static void funcName(StringBuilder b, Obj.Func f, @Nullable Qualifier qf) {
    if (f.typeOrNull() instanceof Signature sig) {
      Obj.Var recv = sig.recv();
      if (recv != null) {
        b.append('(');
        if (recv.type() instanceof Interface) {
          b.append("interface");
        } else {
          new TypeWriter(b, qf).typ(recv.type());
        }
        b.append(").");
      } else {
        b.append(packagePrefix(f.pkg(), qf));
      }
    }
    b.append(f.name());
  }

  /** "constant", "local variable" and so on. */
  static String objectKind(Obj obj) {
    return switch (obj) {
      case Obj.PkgName p -> "package name";
      case Obj.Const c -> "constant";
      case Obj.TypeName t ->
          t.isAlias()
              ? "type alias"
              : t.type() instanceof TypeParam ? "type parameter" : "defined type";
      case Obj.Var v ->
          switch (v.kind()) {
            case PACKAGE_VAR -> "package-level variable";
            case LOCAL_VAR -> "local variable";
            case RECV_VAR -> "receiver";
            case PARAM_VAR -> "parameter";
            case RESULT_VAR -> "result variable";
            case FIELD_VAR -> "struct field";
          };
      case Obj.Func f ->
          f.typeOrNull() instanceof Signature s && s.recv() != null ? "method" : "function";
      case Obj.Label l -> "label";
      case Obj.Builtin b -> "built-in function";
      case Obj.Nil n -> "untyped nil";
    };
  }
}
