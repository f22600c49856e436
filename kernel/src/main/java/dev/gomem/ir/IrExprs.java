package dev.gomem.ir;

import dev.gomem.layout.RType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Questions about expressions and small rebuildings of them, shared by the builders. */
final class IrExprs {
  private IrExprs() {}

  /** {@code e} or a part of it fits. */
  static boolean any(IrExpr e, Predicate<IrExpr> p) {
    if (p.test(e)) {
      return true;
    }
    for (IrExpr c : children(e)) {
      if (any(c, p)) {
        return true;
      }
    }
    return false;
  }

  /** Operands in order of evaluation. */
  static List<IrExpr> children(IrExpr e) {
    return switch (e) {
      case IrExpr.Const _,
          IrExpr.StringConst _,
          IrExpr.Zero _,
          IrExpr.VarRef _,
          IrExpr.GlobalRef _ ->
          List.of();
      case IrExpr.FuncValue _, IrExpr.CodeAddr _, IrExpr.ReadOnly _, IrExpr.TypeWord _ -> List.of();
      case IrExpr.ItabWord _, IrExpr.Context _ -> List.of();
      case IrExpr.Deref d -> List.of(d.ptr());
      case IrExpr.Field f -> List.of(f.x());
      case IrExpr.Index i -> List.of(i.x(), i.index());
      case IrExpr.PtrIndex i -> List.of(i.ptr(), i.index());
      case IrExpr.AddrOf a -> List.of(a.place());
      case IrExpr.Unary u -> List.of(u.x());
      case IrExpr.Binary b -> List.of(b.x(), b.y());
      case IrExpr.Convert c -> List.of(c.x());
      case IrExpr.Word w -> List.of(w.x());
      case IrExpr.Compose c -> c.words();
      case IrExpr.SliceOf s -> {
        List<IrExpr> list = new ArrayList<>();
        list.add(s.x());
        for (IrExpr b : new IrExpr[] {s.lo(), s.hi(), s.max()}) {
          if (b != null) {
            list.add(b);
          }
        }
        yield list;
      }
      case IrExpr.Intrinsic i -> List.of(i.x());
    };
  }

  /** The expressions of a statement. */
  static List<IrExpr> of(IrStmt s) {
    return switch (s) {
      case IrStmt.Assign a -> List.of(a.place(), a.value());
      case IrStmt.Call c -> {
        List<IrExpr> list = new ArrayList<>(c.args());
        switch (c.target()) {
          case IrStmt.Target.Static _ -> {}
          case IrStmt.Target.Closure t -> list.add(t.fn());
          case IrStmt.Target.Method t -> list.add(t.itab());
        }
        yield list;
      }
      case IrStmt.Runtime r -> r.args();
      case IrStmt.Branch b -> List.of(b.cond());
      case IrStmt.Defer d -> List.of(d.fn());
      case IrStmt.Go g -> List.of(g.fn());
      case IrStmt.Mark _, IrStmt.VarStart _, IrStmt.VarEnd _, IrStmt.New _ -> List.of();
      case IrStmt.LabelDef _, IrStmt.Jump _, IrStmt.Return _, IrStmt.RunDefers _ -> List.of();
      case IrStmt.Unreachable _ -> List.of();
    };
  }

  /** The same bits seen as a type of equal representation. */
  static IrExpr retype(IrExpr e, RType t) {
    if (e.type() == t) {
      return e;
    }
    return switch (e) {
      case IrExpr.Const c -> new IrExpr.Const(t, c.bits());
      case IrExpr.StringConst c -> new IrExpr.StringConst(t, c.bytes());
      case IrExpr.Zero z -> new IrExpr.Zero(t);
      case IrExpr.VarRef v -> new IrExpr.VarRef(v.v(), t);
      case IrExpr.GlobalRef g -> new IrExpr.GlobalRef(g.symbol(), t);
      case IrExpr.FuncValue f -> new IrExpr.FuncValue(f.symbol(), t);
      case IrExpr.CodeAddr a -> new IrExpr.CodeAddr(a.symbol(), t);
      case IrExpr.ReadOnly r -> new IrExpr.ReadOnly(r.of(), r.bytes(), t);
      case IrExpr.TypeWord w -> new IrExpr.TypeWord(w.of(), t);
      case IrExpr.ItabWord w -> new IrExpr.ItabWord(w.iface(), w.concrete(), t);
      case IrExpr.Context c -> new IrExpr.Context(t);
      case IrExpr.Deref d -> new IrExpr.Deref(d.ptr(), d.offset(), t);
      case IrExpr.Field f -> new IrExpr.Field(f.x(), f.offset(), t);
      case IrExpr.Index i -> new IrExpr.Index(i.x(), i.index(), t);
      case IrExpr.PtrIndex i -> new IrExpr.PtrIndex(i.ptr(), i.len(), i.index(), t);
      case IrExpr.AddrOf a -> new IrExpr.AddrOf(a.place(), t);
      case IrExpr.Unary u ->
          u.type().kind() == t.kind()
              ? new IrExpr.Unary(u.op(), u.x(), t)
              : new IrExpr.Convert(u, t);
      case IrExpr.Binary b ->
          b.type().kind() == t.kind()
              ? new IrExpr.Binary(b.op(), b.x(), b.y(), t)
              : new IrExpr.Convert(b, t);
      case IrExpr.Convert c -> new IrExpr.Convert(c, t);
      case IrExpr.Word w -> new IrExpr.Word(w.x(), w.index(), t);
      case IrExpr.Compose c -> new IrExpr.Compose(c.words(), t);
      case IrExpr.SliceOf s -> new IrExpr.SliceOf(s.x(), s.lo(), s.hi(), s.max(), t);
      case IrExpr.Intrinsic i -> new IrExpr.Convert(i, t);
    };
  }

  /**
   * Evaluating it again later gives the same, without traps: constants and addresses of fixed
   * things.
   */
  static boolean isFixed(IrExpr e) {
    return switch (e) {
      case IrExpr.Const _,
          IrExpr.StringConst _,
          IrExpr.Zero _,
          IrExpr.FuncValue _,
          IrExpr.CodeAddr _ ->
          true;
      case IrExpr.ReadOnly _, IrExpr.TypeWord _, IrExpr.ItabWord _ -> true;
      case IrExpr.AddrOf a ->
          a.place() instanceof IrExpr.VarRef || a.place() instanceof IrExpr.GlobalRef;
      case IrExpr.VarRef _, IrExpr.GlobalRef _, IrExpr.Context _, IrExpr.Deref _, IrExpr.Field _ ->
          false;
      case IrExpr.Index _, IrExpr.PtrIndex _, IrExpr.Unary _, IrExpr.Binary _, IrExpr.Convert _ ->
          false;
      case IrExpr.Word _, IrExpr.Compose _, IrExpr.SliceOf _, IrExpr.Intrinsic _ -> false;
    };
  }

  /** A slot of the frame, read as it stands (gc's ONAME). */
  static boolean isName(IrExpr e) {
    return e instanceof IrExpr.VarRef;
  }

  /** Can be assigned and addressed. */
  static boolean isPlace(IrExpr e) {
    return switch (e) {
      case IrExpr.VarRef v -> !v.v().boxed();
      case IrExpr.GlobalRef g -> true;
      case IrExpr.Deref d -> true;
      case IrExpr.PtrIndex i -> true;
      case IrExpr.Field f -> isPlace(f.x());
      case IrExpr.Index i ->
          switch (i.x().type().kind()) {
            case SLICE -> true;
            case STRING -> false;
            default -> isPlace(i.x());
          };
      case IrExpr.Const _,
          IrExpr.StringConst _,
          IrExpr.Zero _,
          IrExpr.FuncValue _,
          IrExpr.CodeAddr _ ->
          false;
      case IrExpr.ReadOnly _,
          IrExpr.TypeWord _,
          IrExpr.ItabWord _,
          IrExpr.Context _,
          IrExpr.AddrOf _ ->
          false;
      case IrExpr.Unary _, IrExpr.Binary _, IrExpr.Convert _, IrExpr.Word _, IrExpr.Compose _ ->
          false;
      case IrExpr.SliceOf _, IrExpr.Intrinsic _ -> false;
    };
  }

  /** The part of {@code x} at an offset. */
  static IrExpr field(IrExpr x, long offset, RType type) {
    return switch (x) {
      case IrExpr.Deref d -> new IrExpr.Deref(d.ptr(), d.offset() + offset, type);
      case IrExpr.Field f -> new IrExpr.Field(f.x(), f.offset() + offset, type);
      case IrExpr.Zero z -> new IrExpr.Zero(type);
      default -> offset == 0 && x.type() == type ? x : new IrExpr.Field(x, offset, type);
    };
  }

  /** What a pointer leads to. */
  static IrExpr deref(IrExpr ptr, RType type) {
    if (ptr instanceof IrExpr.AddrOf a
        && (a.place() instanceof IrExpr.VarRef || a.place() instanceof IrExpr.GlobalRef)) {
      return retype(a.place(), type);
    }
    return new IrExpr.Deref(ptr, 0, type);
  }
}
