package dev.gomem.types;

import dev.gomem.source.Pos;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts types in place of type parameters. Source: go/types' subst.go. */
final class Subst {
  private Subst() {}

  static Type subst(
      @Nullable Checker check, Pos pos, Type typ, SubstMap smap, @Nullable Named expanding, @Nullable Context ctxt) {
    throw new UnsupportedOperationException();
  }

  static Obj.Var cloneVar(Obj.Var v, Type typ) {
    Obj.Var copy = new Obj.Var(v.pos(), v.pkg(), v.name(), typ, v.kind(), v.embedded());
    copy.origin = v.origin();
    return copy;
  }

  static Obj.Func cloneFunc(Obj.Func f, Signature sig) {
    Obj.Func copy = new Obj.Func(f.pos(), f.pkg(), f.name(), sig);
    copy.hasPtrRecv = f.hasPtrRecv;
    copy.origin = f.origin();
    return copy;
  }

  /** The methods with {@code old} replaced as receiver type, or null if nothing had to be replaced. */
  static @Nullable List<Obj.Func> replaceRecvType(List<Obj.Func> in, Type old, Type neu) {
    throw new UnsupportedOperationException();
  }
}
