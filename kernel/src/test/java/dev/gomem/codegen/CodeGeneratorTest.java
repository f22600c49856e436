package dev.gomem.codegen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.code.CodeReader;
import dev.gomem.code.CodeUnit;
import dev.gomem.code.CodeWriter;
import dev.gomem.code.Disassembler;
import dev.gomem.code.Function;
import dev.gomem.code.Op;
import dev.gomem.code.Verifier;
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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Selection, layout and maps on functions built by hand. */
final class CodeGeneratorTest {
  private final Build b = new Build();

  private Function generate() {
    return generate(b.func("main.f"));
  }

  private static Function generate(IrFunc func) {
    Function f = new CodeGenerator().generate(func);
    assertEquals(List.of(), Verifier.verify(f), Disassembler.function(f));
    return f;
  }

  /** Mnemonics and operands only. */
  private static String code(Function f) {
    StringBuilder s = new StringBuilder();
    for (String l : Disassembler.function(f).lines().toList()) {
      if (l.matches(" +[0-9]+ [* ] .*")) {
        s.append(
                l.replaceFirst(" +[0-9]+ [* ] [0-9:]* *", "")
                    .replaceFirst("  ;.*", "")
                    .replaceAll(" +", " "))
            .append('\n');
      }
    }
    return s.toString();
  }

  private static long count(Function f, Op op) {
    long n = 0;
    for (int i = 0; i < f.code().length; i += 4) {
      n += f.code()[i] == op.ordinal() ? 1 : 0;
    }
    return n;
  }

  @Test
  void fibIsEightInstructions() {
    Var n = b.param("n", b.int_);
    Var r = b.result("", b.int_);
    Var t1 = b.temp(b.int_);
    Var t2 = b.temp(b.int_);
    Label small = new Label("small");
    Label big = new Label("big");
    b.mark().branch(b.op(BinaryOp.LT, b.ref(n), b.num(2)), small, big);
    b.label(small).mark().set(r, b.ref(n)).ret();
    b.label(big).mark();
    b.call("main.fib", t1, b.int_, b.op(BinaryOp.SUB, b.ref(n), b.num(1)));
    b.call("main.fib", t2, b.int_, b.op(BinaryOp.SUB, b.ref(n), b.num(2)));
    b.set(r, b.op(BinaryOp.ADD, b.ref(t1), b.ref(t2))).ret();
    Function f = generate();
    assertEquals(
        """
        JGEI n, 2, →3
        MOV [48], n
        RET
        ADDI [0], n, -1
        CALL main.fib
        MOV [16], [8]
        ADDI [0], n, -2
        CALL main.fib
        ADD [48], [16], [8]
        RET
        """,
        code(f));
    assertEquals(24, f.frameSize());
  }

  @Test
  void loopsTestAtTheBottom() {
    Var n = b.param("n", b.int_);
    Var r = b.result("", b.int_);
    Var i = b.local("i", b.int_);
    Var s = b.local("s", b.int_);
    Label cond = new Label("cond");
    Label body = new Label("body");
    Label done = new Label("done");
    b.mark().set(s, b.num(0)).start(s).mark().set(i, b.num(0)).start(i);
    b.label(cond).mark().branch(b.op(BinaryOp.LT, b.ref(i), b.ref(n)), body, done);
    b.label(body).mark().set(s, b.op(BinaryOp.ADD, b.ref(s), b.ref(i)));
    b.mark().set(i, b.op(BinaryOp.ADD, b.ref(i), b.num(1))).jump(cond);
    b.label(done).end(i).mark().set(r, b.ref(s)).ret();
    Function f = generate();
    assertEquals(
        """
        CONSTI s, 0
        CONSTI i, 0
        JLE n, i, →6
        ADD s, s, i
        ADDI i, i, 1
        JLT i, n, →3
        MOV [40], s
        RET
        """,
        code(f));
    assertEquals("i", f.locals().get(2).name());
    assertArrayEquals(new int[] {2, 6}, f.locals().get(2).scopes());
    assertTrue(f.safepoints().stream().anyMatch(p -> p.pc() == 5), "a back-edge is a safepoint");
    assertEquals(7, f.marks().cardinality(), "each statement and the repeated condition is a step");
  }

  @Test
  void firstVariableIsHighestAndTemporariesAreBelow() {
    Var a = b.local("a", b.int_);
    Var c = b.local("c", b.string);
    Var t = b.temp(b.int_);
    b.call("g", t, b.int_).call("g", a, b.int_).start(a);
    b.set(c, new IrExpr.StringConst(b.string, new byte[] {65})).start(c);
    b.set(a, b.op(BinaryOp.ADD, b.ref(a), b.ref(t))).ret();
    Function f = generate();
    assertEquals(f.frameSize() - 8, f.locals().get(0).offset());
    assertEquals(f.frameSize() - 24, f.locals().get(1).offset());
    assertEquals(8 + 8 + 16 + 8, f.frameSize());
  }

  @Test
  void sessionLocalsKeepTheirDistanceFromTheTop() {
    Var a = b.local("a", b.int_);
    a.setFixedSlot(40);
    Var p = b.local("p", b.types.pointerTo(b.int_));
    p.setFixedSlot(16);
    Var x = b.local("x", b.int_);
    b.start(a).mark().set(x, b.ref(a)).start(x);
    b.add(new IrStmt.New(p, b.int_, null, b.pos())).start(p);
    b.set(new IrExpr.Deref(b.ref(p), 0, b.int_), b.ref(x)).ret();
    Function f = generate();
    assertEquals(f.frameSize() - 40, f.locals().get(0).offset());
    assertEquals(f.frameSize() - 16, f.locals().get(1).offset());
    assertEquals(f.frameSize() - 48, f.locals().get(2).offset());
    assertTrue(
        code(f).startsWith("CONSTI p, 0\n"),
        "a new variable's pointers are zeroed: the slot may be used");
    assertTrue(
        f.safepoints().stream().allMatch(s -> s.live().get(f.locals().get(1).offset() / 8)),
        "session locals are always live");
  }

  @Test
  void pointersLiveOnlyWhileRead() {
    Var p = b.local("p", b.types.pointerTo(b.int_));
    Var r = b.result("", b.int_);
    b.mark().add(new IrStmt.New(p, b.int_, null, b.pos())).start(p);
    b.mark().call("g", null, b.int_);
    b.mark().set(r, new IrExpr.Deref(b.ref(p), 0, b.int_));
    b.mark().call("g", null, b.int_).ret();
    Function f = generate();
    int slot = f.locals().get(1).offset() / 8;
    assertTrue(f.pointerSlots().get(slot));
    List<Boolean> live = f.safepoints().stream().map(s -> s.live().get(slot)).toList();
    assertEquals(List.of(false, true, false), live, Disassembler.function(f));
    assertArrayEquals(new int[] {1, 5}, f.locals().get(1).scopes(), "in scope to the end");
  }

  @Test
  void exposedVariablesLiveWhileAPointerToThemMay() {
    RType ptr = b.types.pointerTo(b.int_);
    RType pp = b.types.pointerTo(ptr);
    Var p = b.var("p", ptr, Var.Kind.LOCAL, false, true);
    Var q = b.local("q", pp);
    IrExpr addr = new IrExpr.AddrOf(b.ref(p), pp);
    b.add(new IrStmt.New(p, b.int_, null, b.pos())).start(p);
    b.call("g", null, b.int_, addr); // live during the call
    b.call("g", null, b.int_, b.num(1)); // q is not set yet, but p is not set again either
    b.set(q, addr).start(q);
    b.call("g", null, b.int_, b.num(1)); // through q
    b.set(new IrExpr.Deref(new IrExpr.Deref(b.ref(q), 0, ptr), 0, b.int_), b.num(5));
    b.call("g", null, b.int_, b.num(1)).ret(); // no more
    Function f = generate();
    int slot = f.locals().get(0).offset() / 8;
    assertEquals(
        List.of(false, true, true, true, false),
        f.safepoints().stream().map(s -> s.live().get(slot)).toList(),
        Disassembler.function(f));
  }

  @Test
  void whatIsCapturedLivesWithTheClosure() {
    RType ptr = b.types.pointerTo(b.int_);
    RType fn = b.types.funcOf(List.of(), List.of(), false);
    Var p = b.var("p", ptr, Var.Kind.LOCAL, false, true);
    RType object =
        b.types.structOf(
            List.of(
                new TypeTable.FieldSpec("F", b.types.basic(Kind.UINTPTR), false, false, ""),
                new TypeTable.FieldSpec("p", b.types.pointerTo(ptr), false, false, "")));
    Var closure = b.var("", object, Var.Kind.TEMP, false, true);
    Var f = b.local("f", fn);
    b.add(new IrStmt.New(p, b.int_, null, b.pos())).start(p);
    b.set(closure, new IrExpr.Zero(object));
    b.set(
        new IrExpr.Field(b.ref(closure), 8, b.types.pointerTo(ptr)),
        new IrExpr.AddrOf(b.ref(p), b.types.pointerTo(ptr)));
    b.set(f, new IrExpr.Convert(new IrExpr.AddrOf(b.ref(closure), b.types.pointerTo(object)), fn))
        .start(f);
    b.call("g", null, b.int_);
    b.add(
        new IrStmt.Call(
            new IrStmt.Target.Closure(b.ref(f)), List.of(), List.of(), List.of(), b.pos()));
    b.call("g", null, b.int_).ret();
    Function made = generate();
    int slot = made.locals().get(0).offset() / 8;
    assertEquals(
        List.of(false, true, true, false),
        made.safepoints().stream().map(s -> s.live().get(slot)).toList(),
        Disassembler.function(made));
  }

  @Test
  void pointerAndScalarTemporariesDoNotShare() {
    RType ptr = b.types.pointerTo(b.int_);
    Var p = b.temp(ptr);
    Var i = b.temp(b.int_);
    b.call("g", p, ptr)
        .call("h", null, b.int_)
        .set(new IrExpr.Deref(b.ref(p), 0, b.int_), b.num(1));
    b.call("g", i, b.int_)
        .call("h", null, b.int_)
        .set(new IrExpr.GlobalRef("x", b.int_), b.ref(i))
        .ret();
    Function f = generate();
    assertEquals(8 + 16, f.frameSize() - 8, Disassembler.function(f));
    assertEquals(1, f.pointerSlots().cardinality());
  }

  @Test
  void narrowArithmeticIsExtended() {
    RType u8 = b.types.basic(Kind.UINT8);
    RType i32 = b.types.basic(Kind.INT32);
    Var x = b.param("x", u8);
    Var y = b.param("y", i32);
    b.set(x, b.op(BinaryOp.ADD, b.ref(x), b.ref(x)));
    b.set(y, b.op(BinaryOp.MUL, b.ref(y), b.ref(y)));
    b.set(y, b.op(BinaryOp.ADD, b.ref(y), b.num(i32, 7))).ret();
    assertEquals(
        """
        ADD x, x, x
        ZX8 x, x
        MUL32S y, y, y
        ADDI y, y, 7
        SX32 y, y
        RET
        """,
        code(generate()));
  }

  @Test
  void fieldsInTheFrameStandAtTheirTrueOffsets() {
    RType u8 = b.types.basic(Kind.UINT8);
    RType t =
        b.types.structOf(
            List.of(
                new TypeTable.FieldSpec("a", u8, false, false, ""),
                new TypeTable.FieldSpec("b", b.int_, false, false, ""),
                new TypeTable.FieldSpec("c", u8, false, false, "")));
    Var s = b.local("s", t);
    b.set(s, new IrExpr.Zero(t)).start(s);
    b.set(new IrExpr.Field(b.ref(s), 0, u8), b.num(u8, 255));
    b.set(new IrExpr.Field(b.ref(s), 8, b.int_), b.num(5));
    b.set(new IrExpr.Field(b.ref(s), 16, u8), new IrExpr.Field(b.ref(s), 0, u8)).ret();
    assertEquals(
        """
        ZERO s, 24
        CONSTI [0], 255
        SF8 s, [0]
        CONSTI s+8, 5
        LF8U [0], s
        SF8 s+16, [0]
        RET
        """,
        code(generate()));
  }

  @Test
  void slicesAreIndexedFromTheirHeaders() {
    RType ints = b.types.sliceOf(b.int_);
    Var s = b.param("s", ints);
    Var m = b.param("m", b.types.sliceOf(ints));
    Var i = b.param("i", b.int_);
    Var r = b.result("", b.int_);
    b.set(
        new IrExpr.Index(b.ref(s), b.ref(i), b.int_),
        b.op(BinaryOp.ADD, new IrExpr.Index(b.ref(s), b.ref(i), b.int_), b.num(1)));
    b.set(r, new IrExpr.Index(new IrExpr.Index(b.ref(m), b.ref(i), ints), b.ref(i), b.int_)).ret();
    Function f = generate();
    String code = code(f);
    assertEquals(
        """
        IXLD64 [16], s, i
        ADDI [16], [16], 1
        IXST64 s, i, [16]
        IXLDN [0], m, i, 16, 24, 0
        IXLD64 [96], [0], i
        RET
        """,
        code);
  }

  @Test
  void overlappingAssignmentGoesThroughATemporary() {
    RType ints = b.types.sliceOf(b.int_);
    Var s = b.local("s", ints);
    b.set(s, new IrExpr.Zero(ints)).start(s);
    b.set(
        s,
        new IrExpr.Compose(
            List.of(
                new IrExpr.Word(b.ref(s), 0, b.types.pointerTo(b.int_)),
                new IrExpr.Word(b.ref(s), 2, b.int_),
                new IrExpr.Word(b.ref(s), 1, b.int_)),
            ints));
    b.ret();
    assertTrue(code(generate()).contains("MOVN s, ["));
  }

  @Test
  void deferringFunctionsResumeWithTheirResults() {
    RType fn = b.types.funcOf(List.of(), List.of(), false);
    RType ptr = b.types.pointerTo(b.int_);
    Var r = b.result("r", ptr);
    b.add(new IrStmt.Defer(new IrExpr.FuncValue("g", fn), false, b.pos()));
    b.set(r, new IrExpr.GlobalRef("x", ptr));
    b.runtime(RuntimeFn.PANIC, null, new IrExpr.Zero(b.types.interfaceOf(List.of())));
    b.add(new IrStmt.RunDefers(b.pos())).ret();
    Function f = generate();
    assertTrue(f.deferReturn() > 0, Disassembler.function(f));
    int result = (f.frameSize() + 16) / 8;
    assertTrue(
        f.safepoints().stream().allMatch(s -> s.pc() == 0 || s.live().get(result)),
        Disassembler.function(f));
    assertTrue(code(f).startsWith("CONSTI r, 0\n"));
  }

  @Test
  void writtenReadWrittenGivesTheSameBytes() {
    RType node =
        b.types.named(
            "main.node",
            "main.node",
            Kind.STRUCT,
            () -> {
              RType p =
                  b.types.pointerTo(java.util.Objects.requireNonNull(b.types.find("main.node")));
              return b.types.structOf(
                  List.of(new TypeTable.FieldSpec("next", p, false, false, "")));
            });
    Var p = b.local("p", b.types.pointerTo(node));
    b.mark().add(new IrStmt.New(p, node, null, b.pos())).start(p).ret();
    CodeUnit u =
        new CodeUnit(
            List.of(generate()),
            List.of(
                new CodeUnit.Global(
                    "main.x", "x", b.types.mapOf(b.string, b.types.sliceOf(node)), b.pos())),
            List.of(),
            List.of("main.init"),
            "main.main");
    byte[] once = CodeWriter.write(u);
    TypeTable fresh = new TypeTable();
    CodeUnit back = CodeReader.read(once, fresh);
    assertArrayEquals(once, CodeWriter.write(back));
    assertEquals(Disassembler.unit(u), Disassembler.unit(back));
    assertEquals(8, java.util.Objects.requireNonNull(fresh.find("main.node")).size());
  }

  @Test
  void theVerifierFindsWhatIsWrong() {
    Var r = b.result("", b.int_);
    b.call("g", r, b.int_).ret();
    Function f = generate();
    int[] code = f.code().clone();
    code[4 + 2] = 4096; // operand of the MOV after the call
    assertFalse(Verifier.verify(with(f, code)).isEmpty());
    code = f.code().clone();
    code[code.length - 4] = Op.NOP.ordinal();
    assertTrue(Verifier.verify(with(f, code)).toString().contains("runs off the end"));
    code = f.code().clone();
    code[0] = Op.JMP.ordinal();
    code[1] = 77;
    assertTrue(Verifier.verify(with(f, code)).toString().contains("target 77"));
  }

  private static Function with(Function f, int[] code) {
    return new Function(
        f.symbol(),
        f.name(),
        f.source(),
        f.pos(),
        f.end(),
        f.kind(),
        f.frameSize(),
        f.argSize(),
        f.resultSize(),
        code,
        f.pool(),
        f.offsets(),
        f.marks(),
        f.unsigned(),
        f.locals(),
        f.pointerSlots(),
        f.safepoints(),
        f.sites(),
        f.deferReturn());
  }

  @Test
  void constantsLeaveLoops() {
    Var x = b.param("x", b.float64);
    Label loop = new Label("loop");
    Label done = new Label("done");
    b.label(loop)
        .set(x, b.op(BinaryOp.MUL, b.ref(x), b.num(b.float64, Double.doubleToLongBits(1.5))));
    b.branch(
        b.op(BinaryOp.LT, b.ref(x), b.num(b.float64, Double.doubleToLongBits(100))), loop, done);
    b.label(done).ret();
    Function f = generate();
    assertEquals(2, count(f, Op.CONST));
    assertEquals(
        """
        CONST [8], #4609434218613702656(1.5)
        CONST [0], #4636737291354636288(100.0)
        FMUL x, x, [8]
        JFLT x, [0], →2
        RET
        """,
        code(f));
  }
}
