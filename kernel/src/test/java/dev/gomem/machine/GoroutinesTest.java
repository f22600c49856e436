package dev.gomem.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.code.Function.Kind;
import dev.gomem.code.Op;
import dev.gomem.code.Pool;
import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Goroutines and channels on code written by hand: order with one processor, blocking, deadlock.
 */
final class GoroutinesTest {
  private final Bench bench = new Bench();
  private final RType integer = bench.types.basic(RType.Kind.INT);
  private final RType chan = bench.types.chanOf(3, integer);

  /**
   * Closure object with one captured channel: {code, chan} in the frame at {@code at}, made on the
   * heap.
   */
  private Asm start(Asm a, String f, int chanSlot, int temp) {
    RType closure =
        bench.types.structOf(
            List.of(
                new dev.gomem.layout.TypeTable.FieldSpec(
                    "F", bench.types.basic(RType.Kind.UINTPTR), false, false, ""),
                new dev.gomem.layout.TypeTable.FieldSpec("c", chan, false, false, "")));
    return a.op(Op.NEW, temp, a.pool(new Pool.Type(closure)), -1)
        .op(Op.CONST, 0, a.pool(new Pool.Func(f)))
        .op(Op.ST64, temp, 0, 0)
        .op(Op.STP, temp, chanSlot, 8)
        .op(Op.GO, temp, 0);
  }

  private static Asm print(Asm a, int from) {
    return a.op(Op.MOV, 0, from)
        .rt(RuntimeFn.PRINT_INT, 0, -1, 1)
        .rt(RuntimeFn.PRINT_SPACE, 0, -1, 0);
  }

  /**
   * Sends 0, 1, … 3, prints 100+v after each, then closes. Frame: 40 chan, 48 counter, 56 closure.
   */
  private Asm sender() {
    Asm a = new Asm("main.sender", 64, 0, 0).pointers(40, 56);
    int elem = a.pool(new Pool.Type(integer));
    a.op(Op.CTX, 56, 0)
        .op(Op.LD64, 40, 56, 8)
        .op(Op.CONSTI, 48, 0)
        .label("loop")
        .op(Op.MOV, 0, 40)
        .op(Op.LEA, 8, 48)
        .rt(RuntimeFn.CHAN_SEND, 0, elem, 2)
        .op(Op.ADDI, 24, 48, 100);
    print(a, 24);
    return a.op(Op.ADDI, 48, 48, 1)
        .live(40)
        .jump(Op.JLTI, "loop", 48, 4)
        .op(Op.MOV, 0, 40)
        .rt(RuntimeFn.CHAN_CLOSE, 0, elem, 1)
        .op(Op.RET);
  }

  /** Makes a channel of {@code size}, starts the sender, receives until it is closed. */
  private Asm receiver(int size) {
    Asm a = new Asm("main.main", 80, 0, 0).kind(Kind.MAIN).pointers(40, 56);
    int elem = a.pool(new Pool.Type(integer));
    a.op(Op.CONSTI, 0, size)
        .rt(RuntimeFn.MAKE_CHAN, 0, a.pool(new Pool.Type(chan)), 1)
        .op(Op.MOV, 40, 8);
    start(a, "main.sender", 40, 56);
    a.label("loop")
        .op(Op.MOV, 0, 40)
        .op(Op.LEA, 8, 64)
        .rt(RuntimeFn.CHAN_RECV, 0, elem, 2)
        .jump(Op.JF, "end", 16);
    print(a, 64);
    return a.live(40, 56).jump(Op.JMP, "loop").label("end").op(Op.RET);
  }

  @Test
  void unbufferedOrderIsGcsWithOneProcessor() {
    for (Debug d : List.of(Debug.OFF, new Debug(true, true, false, true))) {
      Bench b = new Bench();
      b.debug = d;
      GoroutinesTest t = new GoroutinesTest();
      Machine m = t.bench.add(t.sender(), t.receiver(0)).machine();
      assertInstanceOf(Outcome.Done.class, m.run("main.main"));
      assertEquals("100 0 1 101 102 2 3 103 ", t.bench.printed());
    }
  }

  @Test
  void bufferedAndPreempted() {
    bench.debug = Debug.STRESS;
    Machine m = bench.add(sender(), receiver(2)).machine();
    assertInstanceOf(Outcome.Done.class, m.run("main.main"));
    String printed = bench.printed();
    for (int i = 0; i < 4; i++) {
      assertTrue((" " + printed).contains(" " + i + " "), printed);
      assertTrue(printed.contains(" 10" + i + " ") || printed.startsWith("10" + i), printed);
    }
  }

  @Test
  void sizesOfChannels() {
    Machine m = bench.machine();
    Interp s = m.interp();
    long before = m.counters().givenBytes();
    s.channels.make(chan, 0, 0);
    assertEquals(112, m.counters().givenBytes() - before);
    s.channels.make(chan, 10, 0);
    assertEquals(112 + 192, m.counters().givenBytes() - before);
    assertEquals(2, m.counters().mallocs());
    s.channels.make(bench.types.chanOf(3, bench.types.pointerTo(integer)), 10, 0);
    assertEquals(112 + 192 + 112 + 80, m.counters().givenBytes() - before);
    assertEquals(4, m.counters().mallocs());
  }

  @Test
  void deadlockShowsWhatEachWaitsFor() {
    Asm a = new Asm("main.main", 80, 0, 0).kind(Kind.MAIN).pointers(40, 56);
    int elem = a.pool(new Pool.Type(integer));
    a.op(Op.CONSTI, 0, 0)
        .rt(RuntimeFn.MAKE_CHAN, 0, a.pool(new Pool.Type(chan)), 1)
        .op(Op.MOV, 40, 8);
    start(a, "main.sender", 40, 56);
    a.op(Op.CONSTI, 40, 0)
        .op(Op.MOV, 0, 40)
        .op(Op.LEA, 8, 64)
        .rt(RuntimeFn.CHAN_RECV, 0, elem, 2)
        .op(Op.RET);
    Machine m = bench.add(sender(), a).machine();
    Outcome.Fatal f = assertInstanceOf(Outcome.Fatal.class, m.run("main.main"));
    assertEquals("all goroutines are asleep - deadlock!", f.reason());
    assertTrue(
        f.text()
            .startsWith(
                "fatal error: all goroutines are asleep - deadlock!\n\n"
                    + "goroutine 1 [chan receive (nil chan)]:\nmain.main()\n"),
        f.text());
    assertTrue(f.text().contains("\n\ngoroutine 6 [chan send]:\nmain.sender()\n"), f.text());
    assertTrue(f.text().contains("created by main.main in goroutine 1\n"), f.text());
  }

  @Test
  void outOfMemoryEndsTheRunAndTheNextFindsRoom() {
    bench.limits = Limits.ofMemory(32 << 20);
    Asm hog = new Asm("main.hog", 16, 0, 0).pointers(8);
    RType big = bench.types.arrayOf(1 << 20, bench.types.basic(RType.Kind.UINT8));
    RType node =
        bench.types.structOf(
            List.of(
                new dev.gomem.layout.TypeTable.FieldSpec(
                    "next", bench.types.basic(RType.Kind.UNSAFE_POINTER), false, false, ""),
                new dev.gomem.layout.TypeTable.FieldSpec("a", big, false, false, "")));
    hog.label("loop")
        .op(Op.NEW, 0, hog.pool(new Pool.Type(node)), -1)
        .op(Op.STP, 0, 8, 0)
        .op(Op.MOV, 8, 0)
        .live(8)
        .jump(Op.JMP, "loop");
    Asm some = new Asm("main.some", 16, 0, 0);
    some.op(Op.CONSTI, 8, 0)
        .label("loop")
        .op(Op.NEW, 0, some.pool(new Pool.Type(node)), -1)
        .op(Op.ADDI, 8, 8, 1)
        .live()
        .jump(Op.JLTI, "loop", 8, 200)
        .op(Op.RET);
    Machine m = bench.add(hog, some).machine();
    Outcome.Fatal f = assertInstanceOf(Outcome.Fatal.class, m.run("main.hog"));
    assertEquals("runtime: out of memory", f.reason());
    assertInstanceOf(Outcome.Done.class, m.run("main.some"));
    assertTrue(m.counters().collections() > 0);
  }

  @Test
  void outputLimit() {
    Asm a = new Asm("main.main", 16, 0, 0).kind(Kind.MAIN);
    a.label("loop").op(Op.CONSTI, 8, 7);
    print(a, 8).jump(Op.JMP, "loop");
    bench.limits = Limits.DEFAULT.withOutput(1000);
    Outcome.Limited l =
        assertInstanceOf(Outcome.Limited.class, bench.add(a).machine().run("main.main"));
    assertEquals("output", l.which());
    assertTrue(bench.printed().length() <= 1000);
  }
}
