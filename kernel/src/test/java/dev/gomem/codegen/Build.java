package dev.gomem.codegen;

import dev.gomem.ir.IrExpr;
import dev.gomem.ir.IrExpr.BinaryOp;
import dev.gomem.ir.IrFunc;
import dev.gomem.ir.IrStmt;
import dev.gomem.ir.IrStmt.Label;
import dev.gomem.ir.Var;
import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.layout.TypeTable;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions in ordered form, built by hand. */
final class Build {
  final TypeTable types = new TypeTable();
  final RType int_ = types.basic(Kind.INT);
  final RType bool = types.basic(Kind.BOOL);
  final RType string = types.basic(Kind.STRING);
  final RType float64 = types.basic(Kind.FLOAT64);
  final Source source = new Source("test.go", "x\n".repeat(200));
  final List<Var> params = new ArrayList<>();
  final List<Var> results = new ArrayList<>();
  final List<Var> locals = new ArrayList<>();
  final List<IrStmt> body = new ArrayList<>();
  private int line;

  Pos pos() {
    return new Pos(source, 2 * line);
  }

  Build mark() {
    line++;
    body.add(new IrStmt.Mark(pos()));
    return this;
  }

  Var var(String name, RType t, Var.Kind kind, boolean boxed, boolean addressed) {
    Var v = new Var(name, t, kind, pos(), boxed, addressed, null);
    switch (kind) {
      case RECEIVER, PARAM -> params.add(v);
      case RESULT -> results.add(v);
      case LOCAL, CAPTURE, TEMP -> locals.add(v);
    }
    return v;
  }

  Var param(String name, RType t) {
    return var(name, t, Var.Kind.PARAM, false, false);
  }

  Var result(String name, RType t) {
    return var(name, t, Var.Kind.RESULT, false, false);
  }

  Var local(String name, RType t) {
    return var(name, t, Var.Kind.LOCAL, false, false);
  }

  Var temp(RType t) {
    return var("", t, Var.Kind.TEMP, false, false);
  }

  IrExpr ref(Var v) {
    return new IrExpr.VarRef(v, v.boxed() ? types.pointerTo(v.type()) : v.type());
  }

  IrExpr num(RType t, long n) {
    return new IrExpr.Const(t, n);
  }

  IrExpr num(long n) {
    return num(int_, n);
  }

  IrExpr op(BinaryOp op, IrExpr x, IrExpr y) {
    return new IrExpr.Binary(op, x, y, Trees.isComparison(op) ? bool : x.type());
  }

  Build set(IrExpr place, IrExpr value) {
    body.add(new IrStmt.Assign(place, value, pos()));
    return this;
  }

  Build set(Var v, IrExpr value) {
    return set(ref(v), value);
  }

  Build start(Var v) {
    body.add(new IrStmt.VarStart(v));
    return this;
  }

  Build end(Var v) {
    body.add(new IrStmt.VarEnd(v));
    return this;
  }

  Build call(String symbol, @Nullable Var result, RType resultType, IrExpr... args) {
    List<@Nullable Var> to = new ArrayList<>();
    to.add(result);
    body.add(
        new IrStmt.Call(
            new IrStmt.Target.Static(symbol), Arrays.asList(args), to, List.of(resultType), pos()));
    return this;
  }

  Build runtime(RuntimeFn fn, @Nullable RType aux, IrExpr... args) {
    body.add(new IrStmt.Runtime(fn, Arrays.asList(args), List.of(), List.of(), aux, null, pos()));
    return this;
  }

  Build label(Label l) {
    body.add(new IrStmt.LabelDef(l));
    return this;
  }

  Build jump(Label l) {
    body.add(new IrStmt.Jump(l, pos()));
    return this;
  }

  Build branch(IrExpr cond, Label yes, Label no) {
    body.add(new IrStmt.Branch(cond, yes, no, pos()));
    return this;
  }

  Build add(IrStmt s) {
    body.add(s);
    return this;
  }

  Build ret() {
    body.add(new IrStmt.Return(pos()));
    return this;
  }

  IrFunc func(String symbol) {
    return new IrFunc(
        symbol,
        symbol,
        source,
        pos(),
        pos(),
        IrFunc.Kind.USER,
        params,
        results,
        locals,
        body,
        List.of(),
        false,
        null);
  }
}
