package dev.gomem.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.code.Function.Kind;
import dev.gomem.code.Op;
import dev.gomem.code.Pool;
import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import org.junit.jupiter.api.Test;

/** Calls, stack growth, panics and defers on code written by hand. */
final class InterpTest {
  private final Bench b = new Bench();

  /** fib(n) with frame: 0 arg, 8 result of the callee, 16 kept value. */
  private static Asm fib() {
    Asm a = new Asm("main.fib", 24, 8, 8);
    return a.jump(Op.JGEI, "rec", a.arg(0), 2)
        .op(Op.MOV, a.result(0), a.arg(0))
        .op(Op.RET)
        .label("rec")
        .op(Op.ADDI, 0, a.arg(0), -1)
        .call("main.fib")
        .op(Op.MOV, 16, 8)
        .op(Op.ADDI, 0, a.arg(0), -2)
        .call("main.fib")
        .op(Op.ADD, a.result(0), 16, 8)
        .op(Op.RET);
  }

  private static Asm printResultOf(String f, int n) {
    Asm a = new Asm("main.main", 16, 0, 0).kind(Kind.MAIN);
    return a.op(Op.CONSTI, 0, n)
        .call(f)
        .op(Op.MOV, 0, 8)
        .rt(RuntimeFn.PRINT_INT, 0, -1, 1)
        .op(Op.RET);
  }

  @Test
  void fibonacci() {
    Machine m = b.add(fib(), printResultOf("main.fib", 20)).machine();
    assertInstanceOf(Outcome.Done.class, m.run("main.main"));
    assertEquals("6765", b.printed());
    assertEquals(0, m.counters().mallocs());
  }

  /** depth(n): recursion whose frame has 296 bytes with return address and saved frame pointer. */
  private static Asm deep(int frame) {
    Asm a = new Asm("main.deep", frame - 16, 8, 8);
    int addr = a.arg(0);
    return a.jump(Op.JGTI, "rec", addr, 0)
        .op(Op.CONSTI, a.result(0), 0)
        .op(Op.RET)
        .label("rec")
        .op(Op.ADDI, 0, addr, -1)
        .call("main.deep")
        .op(Op.ADDI, a.result(0), 8, 1)
        .op(Op.RET);
  }

  @Test
  void stacksDoubleWhenTheGuardIsReached() {
    // observed with gc for a 296-byte frame: sizes are first seen at depths 3, 10, 24, 52, 107, 218
    int[] steps = {7, 14, 28, 55, 111};
    int[] first = new int[8];
    for (int depth = 1; depth < 300; depth++) {
      Bench fresh = new Bench();
      Machine m = fresh.add(deep(296), printResultOf("main.deep", depth)).machine();
      assertInstanceOf(Outcome.Done.class, m.run("main.main"));
      assertEquals(String.valueOf(depth), fresh.printed());
      int g = (int) m.counters().stackGrowths();
      if (first[g] == 0) {
        first[g] = depth;
      }
    }
    for (int i = 0; i < steps.length; i++) {
      int step = first[i + 2] - first[i + 1];
      assertTrue(Math.abs(step - steps[i]) <= 1, "growth " + (i + 2) + " after " + step + " calls");
    }
  }

  @Test
  void runawayRecursionIsFatal() {
    b.limits = Limits.ofMemory(64 << 20);
    Machine m = b.add(deep(128), printResultOf("main.deep", Integer.MAX_VALUE)).machine();
    Outcome.Fatal f = assertInstanceOf(Outcome.Fatal.class, m.run("main.main"));
    assertTrue(
        f.text()
            .startsWith("runtime: goroutine stack exceeds 8000000-byte limit\nruntime: sp=0xc0"),
        f.text());
    assertTrue(f.text().contains("\nfatal error: stack overflow\n\n"), f.text());
    assertTrue(f.text().contains("frames elided...\n"), f.text());
    assertInstanceOf(Outcome.Fatal.class, m.run("main.main")); // and again: the machine lives on
  }

  @Test
  void nilAndDivisionPanic() {
    Asm nil = new Asm("main.nil", 16, 0, 0).op(Op.CONSTI, 0, 0).op(Op.LD64, 8, 0, 16).op(Op.RET);
    Asm div = new Asm("main.div", 16, 0, 0).op(Op.CONSTI, 0, 0).op(Op.DIV, 8, 0, 0).op(Op.RET);
    Machine m = b.add(nil, div).machine();
    Outcome.Panicked p = assertInstanceOf(Outcome.Panicked.class, m.run("main.nil"));
    assertTrue(
        p.text()
            .startsWith(
                "panic: runtime error: invalid memory address or nil pointer dereference\n"
                    + "[signal SIGSEGV: segmentation violation code=0x1 addr=0x10 pc=0x"),
        p.text());
    assertTrue(p.text().contains("]\n\ngoroutine 1 [running]:\nmain.nil()\n"), p.text());
    Outcome.Panicked q = assertInstanceOf(Outcome.Panicked.class, m.run("main.div"));
    assertTrue(
        q.text().startsWith("panic: runtime error: integer divide by zero\n\ngoroutine 1"),
        q.text());
  }

  @Test
  void indexPanicKeepsItsNumbers() {
    Asm a = new Asm("main.ix", 40, 0, 0);
    a.op(Op.CONSTI, 0, 0)
        .op(Op.CONSTI, 8, 3)
        .op(Op.CONSTI, 16, 3)
        .op(Op.CONSTI, 24, 5)
        .op(Op.IXLD64, 32, 0, 24)
        .op(Op.RET);
    Outcome.Panicked p =
        assertInstanceOf(Outcome.Panicked.class, b.add(a).machine().run("main.ix"));
    assertEquals("runtime error: index out of range [5] with length 3", p.value());
  }

  /**
   * f defers d; panics with a string; d recovers it and prints; f returns 7 set by its deferReturn.
   */
  @Test
  void recoverInADeferredCall() {
    RType string = b.types.basic(RType.Kind.STRING);
    Asm d = new Asm("main.d", 24, 0, 0);
    d.rt(RuntimeFn.RECOVER, 0, -1, 0)
        .wide(Op.LDN, 0, 8, 0, 16, 0, 0)
        .rt(RuntimeFn.PRINT_STRING, 0, -1, 2)
        .op(Op.RET);
    Asm f = new Asm("main.f", 80, 0, 8);
    int fn = f.pool(new Pool.FuncValue("main.d"));
    f.op(Op.CONST, 72, fn)
        .op(Op.CONSTI, f.result(0), 7)
        .op(Op.DEFER, 72, 24)
        .op(Op.CONST, 0, f.pool(new Pool.Type(string)))
        .op(Op.CONST, 8, f.pool(new Pool.ReadOnly(string, bytes("boom"))))
        .rt(RuntimeFn.PANIC, 0, -1, 2)
        .deferReturn()
        .op(Op.RUNDEFERS)
        .op(Op.RET);
    f.pointers(24 + 24, 24 + 32, 24 + 40, 72);
    Asm main = new Asm("main.main", 16, 0, 0).kind(Kind.MAIN);
    main.call("main.f").rt(RuntimeFn.PRINT_INT, 0, -1, 1).op(Op.RET);
    for (Debug debug : new Debug[] {Debug.OFF, Debug.STRESS}) {
      b.debug = debug;
      b.out.reset();
      Machine m = b.add(d, f, main).machine();
      assertInstanceOf(Outcome.Done.class, m.run("main.main"));
      assertEquals("boom7", b.printed());
    }
  }

  private static java.util.List<Byte> bytes(String s) {
    java.util.List<Byte> l = new java.util.ArrayList<>();
    for (byte x : s.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      l.add(x);
    }
    return l;
  }

  @Test
  void endlessLoopIsInterruptedAndLimited() throws Exception {
    Asm a = new Asm("main.loop", 8, 0, 0);
    a.label("top").jump(Op.JMP, "top");
    Machine m = b.add(a).machine();
    Thread t =
        new Thread(() -> {
          try {
            Thread.sleep(50);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          m.interrupt();
        });
    t.start();
    assertInstanceOf(Outcome.Interrupted.class, m.run("main.loop"));
    t.join();
    m.limits(m.limits().withEvents(100_000));
    Outcome.Limited l = assertInstanceOf(Outcome.Limited.class, m.run("main.loop"));
    assertEquals("events", l.which());
  }
}
