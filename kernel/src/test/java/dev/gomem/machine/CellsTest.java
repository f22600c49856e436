package dev.gomem.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.code.CodeUnit;
import dev.gomem.code.Function.Kind;
import dev.gomem.code.Function.Local;
import dev.gomem.code.Function.LocalKind;
import dev.gomem.code.Op;
import dev.gomem.code.Pool;
import dev.gomem.code.Site;
import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.source.Phrase;
import dev.gomem.source.Pos;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A session's main over several cells: what stays, what is cleared, checkpoints, repairs, images,
 * collection.
 */
final class CellsTest {
  private final Bench bench = new Bench();
  private final RType integer = bench.types.basic(RType.Kind.INT);
  private final RType pointer = bench.types.pointerTo(integer);

  private static Local local(String name, RType t, int offset, int... scopes) {
    return new Local(name, t, LocalKind.LOCAL, offset, false, false, Pos.NONE, -1, scopes);
  }

  private Machine with(Asm... asm) {
    return bench.add(asm).machine();
  }

  private static Asm print(Asm a, int offset) {
    return a.op(Op.MOV, 0, offset)
        .rt(RuntimeFn.PRINT_INT, 0, -1, 1)
        .rt(RuntimeFn.PRINT_NEWLINE, 0, -1, 0);
  }

  /** Cell 1: x = 7 at depth 8, p = new(int) at depth 16, *p = 5. */
  private Asm cell1() {
    Asm a = new Asm("main.main#In1", 32, 0, 0).kind(Kind.MAIN).pointers(16);
    a.local(local("x", integer, 24, 1, 99)).local(local("p", pointer, 16, 2, 99));
    return a.op(Op.CONSTI, 24, 7)
        .op(Op.NEW, 16, a.pool(new Pool.Type(integer)), -1)
        .op(Op.CONSTI, 0, 5)
        .op(Op.ST64, 16, 0, 0)
        .op(Op.RET);
  }

  /** Cell 2, of another frame size: prints x and *p, and a new word that must be 0. */
  private Asm cell2() {
    Asm a = new Asm("main.main#In2", 80, 0, 0).kind(Kind.MAIN).pointers(64);
    a.local(local("x", integer, 72, 0, 99))
        .local(local("p", pointer, 64, 0, 99))
        .local(local("y", integer, 56, 0, 99));
    print(a, 72);
    a.op(Op.LD64, 8, 64, 0);
    print(a, 8);
    print(a, 56);
    return a.op(Op.CONSTI, 56, 9).op(Op.RET);
  }

  @Test
  void localsStayFromCellToCell() {
    Machine m = with(cell1(), cell2());
    assertInstanceOf(Outcome.Done.class, m.runCell("main.main#In1", List.of()));
    FrameView f = m.mainFrame();
    assertNotNull(f);
    assertTrue(f.idle());
    assertEquals(List.of("x", "p"), f.inScope().stream().map(Local::name).toList());
    assertTrue(f.live().get(2), "p is a root between cells");
    long top = f.top();
    assertInstanceOf(Outcome.Done.class, m.runCell("main.main#In2", List.of()));
    assertEquals("7\n5\n0\n", bench.printed());
    FrameView g = m.mainFrame();
    assertNotNull(g);
    assertEquals(top, g.top());
    m.collect();
    assertEquals(1, m.image().objects().size(), "what p points to is alive between cells");
  }

  @Test
  void checkpointsBringBackMemory() {
    Machine m = with(cell1(), cell2());
    m.runCell("main.main#In1", List.of());
    Checkpoint c = m.checkpoint();
    m.runCell("main.main#In2", List.of());
    long allocations = m.counters().mallocs();
    m.restore(c);
    FrameView f = m.mainFrame();
    assertNotNull(f);
    assertEquals("main.main#In1", f.function().symbol());
    assertInstanceOf(Outcome.Done.class, m.runCell("main.main#In2", List.of()));
    assertEquals("7\n5\n0\n7\n5\n0\n", bench.printed());
    assertEquals(allocations, m.counters().mallocs());
    // what a unit defined after the checkpoint may be defined anew
    m.restore(c);
    Asm other = new Asm("main.main#In2", 32, 0, 0).kind(Kind.MAIN);
    List<dev.gomem.code.Function> fs = new ArrayList<>();
    fs.add(print(other, 24).op(Op.RET).build());
    Machine n = new Bench().add(cell1()).machine();
    n.runCell("main.main#In1", List.of());
    Checkpoint before = n.checkpoint();
    n.load(new CodeUnit(fs, List.of(), List.of(), List.of(), ""));
    n.restore(before);
    n.load(new CodeUnit(fs, List.of(), List.of(), List.of(), ""));
    assertInstanceOf(Outcome.Done.class, n.runCell("main.main#In2", List.of()));
  }

  @Test
  void aPanicKeepsMainAndWhatItHadDeclared() {
    Asm a = new Asm("main.main#In1", 32, 0, 0).kind(Kind.MAIN);
    a.local(local("x", integer, 24, 1, 99)).local(local("late", integer, 16, 4, 99));
    a.op(Op.CONSTI, 24, 3).call("main.boom").op(Op.NOP).op(Op.CONSTI, 16, 1).op(Op.RET);
    Asm boom = new Asm("main.boom", 16, 0, 0).op(Op.CONSTI, 0, 0).op(Op.LD64, 0, 0, 0).op(Op.RET);
    Machine m = with(a, boom, cell1(), cell2());
    assertInstanceOf(Outcome.Panicked.class, m.runCell("main.main#In1", List.of()));
    FrameView f = m.mainFrame();
    assertNotNull(f);
    assertEquals(List.of("x"), f.inScope().stream().map(Local::name).toList());
    assertEquals(1, m.image().goroutines().get(0).frames().size());
  }

  @Test
  void repairsMoveVariablesToTheHeap() {
    // cell 1 leaves x = 7 at depth 8 and q = &x at depth 16
    Asm a = new Asm("main.main#In1", 32, 0, 0).kind(Kind.MAIN).pointers(16);
    a.local(
            new Local(
                "x", integer, LocalKind.LOCAL, 24, false, true, Pos.NONE, -1, new int[] {0, 99}))
        .local(local("q", pointer, 16, 0, 99));
    a.op(Op.CONSTI, 24, 7).op(Op.LEA, 16, 24).op(Op.RET);
    // in cell 2 x is boxed: its slot, the same, holds its address
    Asm b = new Asm("main.main#In2", 32, 0, 0).kind(Kind.MAIN).pointers(16, 24);
    b.local(
            new Local(
                "x", integer, LocalKind.LOCAL, 24, true, true, Pos.NONE, -1, new int[] {0, 99}))
        .local(local("q", pointer, 16, 0, 99));
    b.op(Op.LD64, 8, 24, 0);
    print(b, 8);
    b.op(Op.EQ, 8, 24, 16);
    print(b, 8);
    b.op(Op.RET);
    Machine m = with(a, b);
    m.runCell("main.main#In1", List.of());
    Site site = new Site(Pos.NONE, "variable", "x", "main.main", false, verdict(), verdict());
    m.runCell("main.main#In2", List.of(new Repair(8, integer, site, 8)));
    assertEquals("7\n1\n", bench.printed());
    HeapObject o = m.image().objects().get(0);
    assertEquals(site, o.site());
    assertTrue(o.reachable());
  }

  private static Site.Verdict verdict() {
    return new Site.Verdict(true, Phrase.NONE, List.of());
  }

  @Test
  void runsAboveTheIdleFrame() {
    Asm f = new Asm("main.init", 24, 0, 0).kind(Kind.WRAPPER);
    f.op(Op.CONSTI, 8, 4);
    print(f, 8).op(Op.RET);
    Machine m = with(cell1(), f, cell2());
    m.runCell("main.main#In1", List.of());
    assertInstanceOf(Outcome.Done.class, m.run("main.init"));
    m.runCell("main.main#In2", List.of());
    assertEquals("4\n7\n5\n0\n", bench.printed());
  }

  @Test
  void deadSlotsThatAreShownAreClearedWhenTheirObjectGoes() {
    Asm a = new Asm("main.main#In1", 32, 0, 0).kind(Kind.USER).pointers(16);
    a.local(local("p", pointer, 16, 0, 99));
    a.op(Op.NEW, 16, a.pool(new Pool.Type(integer)), -1)
        .live()
        .call("main.gc")
        .op(Op.NOP)
        .op(Op.RET);
    bench.bodies.put("main.collect", (m, block) -> m.collect());
    Asm gc = new Asm("main.gc", 0, 0, 0).kind(Kind.LIBRARY);
    gc.op(Op.JAVA, gc.pool(new Pool.Java("main.collect")), 0).op(Op.RET);
    Machine m = with(a, gc);
    List<Long> held = new ArrayList<>();
    m.step(x -> true);
    bench.bodies.clear();
    assertInstanceOf(Outcome.Done.class, m.run("main.main#In1"));
    assertEquals(1, m.counters().frees());
    assertTrue(held.isEmpty());
  }

  @Test
  void theDeepestCallIsShownOnce() {
    Asm deep = new Asm("main.deep", 24, 8, 8);
    deep.jump(Op.JGTI, "rec", deep.arg(0), 0)
        .op(Op.RET)
        .label("rec")
        .op(Op.ADDI, 0, deep.arg(0), -1)
        .call("main.deep")
        .op(Op.RET);
    Asm main = new Asm("main.main", 16, 0, 0).kind(Kind.MAIN);
    main.op(Op.CONSTI, 0, 20).call("main.deep").op(Op.CONSTI, 0, 3).call("main.deep").op(Op.RET);
    Machine m = with(deep, main);
    List<String> moments = new ArrayList<>();
    m.watch(
        (moment, image) -> moments.add(moment + " " + image.goroutines().get(0).frames().size()));
    m.run("main.main");
    assertEquals(List.of("DEEPEST 22", "END 1"), moments);
    assertFalse(moments.isEmpty());
  }
}
