package dev.gomem.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.corpus.Programs;
import dev.gomem.escape.Placement;
import dev.gomem.layout.RType;
import dev.gomem.layout.TypeTable;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the builders make is sound for the whole corpus; and what is unsound is found. */
final class IrVerifierTest {
  private final TypeTable types = new TypeTable();
  private final RType number = types.basic(RType.Kind.INT);
  private final RType text = types.basic(RType.Kind.STRING);

  @Test
  void corpusIsSound() throws IOException {
    Programs programs = new Programs(); // which verifies what it builds
    int n = 0;
    try (var list = Files.list(Path.of("src/test/resources/run"))) {
      for (Path p : list.filter(f -> f.toString().endsWith(".go")).sorted().toList()) {
        for (Placement placement : Placement.values()) {
          Source s = new Source(p.getFileName().toString(), Files.readAllBytes(p));
          assertEquals(List.of(), programs.build(s, placement).diagnostics(), p.toString());
        }
        n++;
      }
    }
    assertTrue(n >= 30, "the corpus is there");
  }

  private Var variable(RType t, boolean boxed) {
    return new Var("v", t, Var.Kind.LOCAL, Pos.NONE, boxed, false, null);
  }

  private IrExpr ref(Var v, RType t) {
    return new IrExpr.VarRef(v, t);
  }

  private void unsound(String message, List<Var> locals, IrStmt... body) {
    IrFunc f =
        new IrFunc(
            "main.f",
            "main.f",
            null,
            Pos.NONE,
            Pos.NONE,
            IrFunc.Kind.USER,
            List.of(),
            List.of(),
            locals,
            List.of(body),
            List.of(),
            false,
            null);
    IrUnit unit = new IrUnit(List.of(f), List.of(), List.of(), List.of(), "");
    String found =
        assertThrows(IllegalStateException.class, () -> IrVerifier.verify(unit)).getMessage();
    assertTrue(found.contains(message), found);
  }

  private final IrStmt out = new IrStmt.Return(Pos.NONE);

  @Test
  void foreignVariable() {
    Var v = variable(number, false);
    IrStmt store = new IrStmt.Assign(ref(v, number), new IrExpr.Const(number, 1), Pos.NONE);
    unsound("foreign variable", List.of(), store, out);
  }

  @Test
  void wrongSize() {
    Var v = variable(text, false);
    IrStmt store = new IrStmt.Assign(ref(v, text), new IrExpr.Const(number, 1), Pos.NONE);
    unsound("does not fit", List.of(v), store, out);
  }

  @Test
  void noPlace() {
    Var v = variable(number, false);
    IrExpr sum = new IrExpr.Binary(IrExpr.BinaryOp.ADD, ref(v, number), ref(v, number), number);
    unsound("not a place", List.of(v), new IrStmt.Assign(sum, sum, Pos.NONE), out);
  }

  @Test
  void boxReadAsValue() {
    Var v = variable(number, true);
    IrStmt store = new IrStmt.Assign(ref(v, number), new IrExpr.Const(number, 1), Pos.NONE);
    unsound("boxed variable", List.of(v), store, out);
  }

  @Test
  void addressOfWhatHasNone() {
    Var v = variable(number, false);
    Var p = variable(types.pointerTo(number), false);
    IrExpr address = new IrExpr.AddrOf(ref(v, number), p.type());
    unsound(
        "that has none",
        List.of(v, p),
        new IrStmt.Assign(ref(p, p.type()), address, Pos.NONE),
        out);
  }

  @Test
  void labelsAndEnds() {
    IrStmt.Label l = new IrStmt.Label("l");
    unsound("label not defined", List.of(), new IrStmt.Jump(l, Pos.NONE));
    unsound("label defined twice", List.of(), new IrStmt.LabelDef(l), new IrStmt.LabelDef(l), out);
    unsound("falls off the end", List.of(), new IrStmt.LabelDef(l));
  }
}
