package dev.gomem.types;

import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a package-level object or method is declared, and which others its initialisation depends on.
 */
final class DeclInfo {
  /** Scope of the file with the declaration. */
  final Scope file;

  /** Left sides of {@code var a, b = f()}; null for other declarations. */
  @Nullable List<Obj.Var> lhs;

  @Nullable Expr vtyp;
  @Nullable Expr init;

  /** The initialiser is that of an earlier constant of the group. */
  boolean inherited;

  Decl.@Nullable TypeDecl tdecl;
  Decl.@Nullable FuncDecl fdecl;

  /** Never iterated in identity order: {@link InitOrder} sorts what it takes from here. */
  final Set<Obj> deps = Collections.newSetFromMap(new IdentityHashMap<>());

  DeclInfo(Scope file) {
    this.file = file;
  }

  boolean hasInitializer() {
    return init != null || (fdecl != null && fdecl.body() != null);
  }

  void addDep(Obj obj) {
    deps.add(obj);
  }
}
