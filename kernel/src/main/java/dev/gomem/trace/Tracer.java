package dev.gomem.trace;

import dev.gomem.code.Function;
import dev.gomem.code.Site;
import dev.gomem.layout.RType;
import dev.gomem.machine.FrameView;
import dev.gomem.machine.GlobalView;
import dev.gomem.machine.GoroutineView;
import dev.gomem.machine.HeapObject;
import dev.gomem.machine.Image;
import dev.gomem.snapshot.Snapshot;
import dev.gomem.snapshot.Snapshot.Change;
import dev.gomem.snapshot.Snapshot.FrameKind;
import dev.gomem.snapshot.Snapshot.Role;
import dev.gomem.snapshot.Value;
import dev.gomem.source.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes a snapshot from an image: stacks, heap and package variables as they are in its bytes. What
 * is left out for size is counted.
 */
public final class Tracer {
  private static final int FRAMES = 12;
  private static final int OBJECTS = 40;
  private static final int HOLDERS = 6;
  private static final int LOCALS = 60;
  private static final int STACKS = 8;

  /**
   * How to look.
   *
   * @param learner whether a text is the learner's own (not the library's)
   * @param gc the compiler's rule is in force
   * @param ended the run is over
   * @param run number of the run the picture is of; objects of earlier runs are old
   * @param library show what library code made and called
   * @param labels whose cell a shadowed variable is, by its slot's declared position, or null if it
   *     is not shadowed
   * @param types a type's name
   * @param versions of which cell a function is that has a newer version, or null
   */
  public record Options(
      Predicate<Source> learner,
      boolean gc,
      boolean ended,
      boolean markChanges,
      int run,
      boolean library,
      java.util.function.Function<Function.Local, @Nullable String> labels,
      java.util.function.Function<RType, String> types,
      java.util.function.Function<Function, @Nullable String> versions) {}

  private final Image image;
  private final Options options;
  private final @Nullable Snapshot before;
  private final Plates plates;
  private int ownedObjects;
  private final Map<Long, List<String>> holders = new HashMap<>();
  private final Map<Long, Long> solid = new HashMap<>();
  private final Map<Long, String> boxedNames = new HashMap<>();
  private final Reach reach;
  private final Decoder decoder;
  private long leftFrames;
  private long leftLocals;
  private long leftObjects;

  private Tracer(Image image, Plates plates, Options options, @Nullable Snapshot before) {
    this.image = image;
    this.options = options;
    this.plates = plates;
    this.before = before;
    for (HeapObject o : image.objects()) {
      if (owned(o)) {
        plates.of(o);
        ownedObjects++;
      }
    }
    this.decoder = new Decoder(image, new Targets(image, this::plate), options.versions);
    this.reach = new Reach(image);
  }

  /**
   * @param before the state that changes are told against, or null
   */
  public static Snapshot trace(
      Image image, Plates plates, Options options, @Nullable Snapshot before) {
    return new Tracer(image, plates, options, before).snapshot();
  }

  /** What a site made: the plates of its first objects in order, and how many there are. */
  public static final class Made {
    private static final int PLATES = 5;

    private final List<Integer> plates = new ArrayList<>();
    private int count;

    public List<Integer> plates() {
      return List.copyOf(plates);
    }

    public int more() {
      return count - plates.size();
    }
  }

  /** What each site made; for the notes beside the source. */
  public static Map<Site, Made> sites(Image image, Plates plates, Predicate<Source> learner) {
    Map<Site, Made> out = new LinkedHashMap<>();
    Site last = null;
    Made made = new Made();
    for (HeapObject o : image.objects()) {
      Site s = o.site();
      if (s == null || s.implicit() || !learner.test(s.pos().source())) {
        continue;
      }
      if (s != last) { // a loop makes many at one site
        last = s;
        made = out.computeIfAbsent(s, k -> new Made());
      }
      if (made.count++ < Made.PLATES) {
        made.plates.add(plates.of(o));
      }
    }
    return out;
  }

  /** The decision of a site as the views take it. */
  public static Snapshot.Decision decision(Site s, boolean gc) {
    boolean heap = (gc ? s.gc() : s.simple()).heap();
    return new Snapshot.Decision(
        s.kind(),
        s.subject(),
        Names.shorten(s.function()),
        s.pos().line(),
        heap,
        s.gc().heap(),
        s.simple().heap(),
        s.sentence(gc, ""));
  }

  private boolean owned(HeapObject o) {
    Site s = o.site();
    return s != null
        && (options.library || !s.implicit() && options.learner.test(s.pos().source()));
  }

  private @Nullable Integer plate(HeapObject o) {
    return owned(o) ? plates.of(o) : null;
  }

  private Snapshot snapshot() {
    findHolders();
    List<Snapshot.Stack> stacks = new ArrayList<>();
    Map<String, Snapshot.Others> others = new LinkedHashMap<>();
    int line = 0;
    for (GoroutineView g : image.goroutines()) {
      if (g.id() == image.running()) {
        line = learnerLine(g);
        stacks.add(stack(g));
      } else if (stacks.size() < STACKS) {
        stacks.add(stack(g));
      } else {
        leftOut(g, others);
      }
    }
    List<Snapshot.Slot> data = new ArrayList<>();
    for (GlobalView g : image.globals()) {
      boolean named = !g.global().name().isEmpty();
      if (named && g.global().pos().isKnown() && options.learner.test(g.global().pos().source())) {
        Value v = decoder.value(g.global().type(), g.address());
        data.add(
            new Snapshot.Slot(
                g.global().name(),
                type(g.global().type()),
                g.address(),
                g.global().type().size(),
                Role.PACKAGE,
                false,
                v,
                dataChange(g, v),
                0,
                null,
                null));
      }
    }
    return new Snapshot(
        line,
        options.ended,
        stacks,
        List.copyOf(others.values()),
        heap(),
        data,
        new Snapshot.LeftOut(leftFrames, leftLocals, leftObjects, 0));
  }

  /** Goroutines that are not drawn are counted by where they stand. */
  private void leftOut(GoroutineView g, Map<String, Snapshot.Others> others) {
    String function = "";
    for (int i = g.frames().size() - 1; i >= 0 && function.isEmpty(); i--) {
      Function f = g.frames().get(i).function();
      if (f.source() != null && options.learner.test(f.source())) {
        function = Names.function(f);
      }
    }
    Snapshot.Others o = new Snapshot.Others(function, learnerLine(g), g.status(), 1);
    others.merge(
        function + "/" + o.line() + "/" + o.status(),
        o,
        (a, b) -> new Snapshot.Others(a.function(), a.line(), a.status(), a.count() + 1));
  }

  private int learnerLine(GoroutineView g) {
    for (int i = g.frames().size() - 1; i >= 0; i--) {
      FrameView f = g.frames().get(i);
      Source s = f.function().source();
      if (s != null && options.learner.test(s)) {
        return Names.line(f.function(), f.pc());
      }
    }
    return 0;
  }

  // stacks

  private Snapshot.Stack stack(GoroutineView g) {
    List<FrameView> frames = g.frames();
    List<Snapshot.Frame> out = new ArrayList<>();
    for (Row r : rows(frames)) {
      out.add(frame(g, r.index, r.folded));
    }
    long low = frames.isEmpty() ? g.high() : frames.get(frames.size() - 1).sp();
    return new Snapshot.Stack(
        (int) g.id(),
        g.status(),
        Names.shorten(g.createdBy()),
        g.createdAt().isKnown() ? g.createdAt().line() : 0,
        g.low(),
        g.high(),
        g.high() - low,
        out,
        List.of());
  }

  /** A frame that is drawn, and how many more of its function (or of the library) it stands for. */
  private static final class Row {
    private final int index;
    private int folded;

    Row(int index) {
      this.index = index;
    }
  }

  /**
   * Recursion folds to its first frame, functions that call each other to the first few; the
   * innermost frame is always drawn by itself.
   */
  private List<Row> rows(List<FrameView> frames) {
    List<Row> head = new ArrayList<>();
    ArrayDeque<Row> tail = new ArrayDeque<>();
    int n = frames.size();
    int pc = -1;
    int inScope = 0;
    for (int i = 0; i < n; ) {
      FrameView f = frames.get(i);
      boolean library = library(f);
      Row row = new Row(i++);
      while (i < n) {
        FrameView next = frames.get(i);
        boolean same =
            library
                ? library(next)
                : n > FRAMES && row.index > 0 && i + 1 < n && next.function() == f.function();
        if (!same) {
          break;
        }
        i++;
        row.folded++;
        if (!library) {
          if (next.pc() != pc) { // the same call over and over, as a rule
            pc = next.pc();
            inScope = next.inScope().size();
          }
          leftLocals += inScope;
          leftFrames++;
        }
      }
      if (head.size() < 2 * FRAMES) {
        head.add(row);
        continue;
      }
      tail.add(row);
      if (tail.size() > 2 * FRAMES) {
        leaveOut(frames, tail.remove(), head);
      }
    }
    head.addAll(tail);
    return head;
  }

  private boolean library(FrameView f) {
    return f.function().kind() == Function.Kind.LIBRARY && !options.library;
  }

  /** Lets the last row of the same function stand for one that isn't drawn. */
  private void leaveOut(List<FrameView> frames, Row row, List<Row> head) {
    FrameView f = frames.get(row.index);
    boolean library = library(f);
    if (!library) {
      leftFrames++;
      leftLocals += f.inScope().size();
    }
    for (int h = head.size() - 1; h > 0; h--) {
      FrameView drawn = frames.get(head.get(h).index);
      if (library ? library(drawn) : drawn.function() == f.function()) {
        head.get(h).folded += 1 + row.folded;
        return;
      }
    }
  }

  private String type(RType t) {
    return Names.type(options.types.apply(t));
  }

  private Snapshot.Frame frame(GoroutineView g, int index, int folded) {
    FrameView f = g.frames().get(index);
    Function fn = f.function();
    List<Snapshot.Slot> slots = new ArrayList<>();
    long localBytes = 0;
    List<Function.Local> locals = f.inScope();
    List<Function.Local> nameless = nameless(f, locals);
    for (Function.Local l : locals) {
      boolean temporary = l.kind() == Function.LocalKind.TEMP;
      if (temporary && nameless.stream().noneMatch(n -> n == l)) {
        continue;
      }
      if (temporary
          || l.kind() == Function.LocalKind.LOCAL
          || l.kind() == Function.LocalKind.CAPTURE) {
        localBytes += l.boxed() ? 8 : (l.type().size() + 7) / 8 * 8;
      }
      if (slots.size() >= LOCALS) {
        leftLocals++;
        continue;
      }
      slots.add(slot(g, f, l));
    }
    long saved = image.get64(f.top());
    long ret = image.get64(f.top() + 8);
    String to = "runtime";
    int line = 0;
    if (index > 0) {
      FrameView caller = g.frames().get(index - 1);
      to = Names.function(caller.function());
      line = Names.line(caller.function(), caller.pc());
    }
    Source s = fn.source();
    return new Snapshot.Frame(
        Names.function(fn),
        switch (fn.kind()) {
          case USER -> FrameKind.USER;
          case MAIN -> FrameKind.MAIN;
          case WRAPPER -> FrameKind.WRAPPER;
          case LIBRARY -> FrameKind.LIBRARY;
        },
        f.sp(),
        fn.frameSize() + 16L,
        Names.line(fn, f.pc()),
        s == null ? "" : s.name(),
        saved,
        ret,
        to,
        line,
        fn.argSize() + fn.resultSize(),
        localBytes,
        slots,
        folded,
        options.versions.apply(fn));
  }

  /**
   * What the learner's expressions made in this frame and its variables lead to: the array behind a
   * slice, what a pointer was made with. Closures and maps are told where they are held.
   */
  private List<Function.Local> nameless(FrameView f, List<Function.Local> locals) {
    List<Function.Local> made = new ArrayList<>();
    List<Function.Local> from = new ArrayList<>();
    for (Function.Local l : locals) {
      if (l.kind() != Function.LocalKind.TEMP) {
        from.add(l);
      } else if (l.name().isEmpty() && l.site() >= 0 && l.type().size() > 0) {
        Site s = f.function().sites().get(l.site());
        boolean map = s.kind().contains("map");
        if (!map && !s.implicit() && options.learner().test(s.pos().source())) {
          made.add(l);
        }
      }
    }
    List<Function.Local> out = new ArrayList<>();
    for (int i = 0; i < from.size() && !made.isEmpty(); i++) {
      Function.Local l = from.get(i);
      if (l.boxed()) {
        continue;
      }
      Pointers.walk(
          image,
          l.type(),
          f.sp() + l.offset(),
          "",
          (path, p) ->
              made.removeIf(m -> {
                long at = f.sp() + m.offset();
                boolean held = p >= at && p < at + m.type().size();
                if (held) {
                  out.add(m);
                  from.add(m);
                }
                return held;
              }));
    }
    return out;
  }

  private Snapshot.Slot slot(GoroutineView g, FrameView f, Function.Local l) {
    long address = f.sp() + l.offset();
    Value v = l.boxed() ? decoder.pointer(image.get64(address)) : decoder.value(l.type(), address);
    Site site = l.site() >= 0 ? f.function().sites().get(l.site()) : null;
    Role role =
        switch (l.kind()) {
          case RECEIVER -> Role.RECEIVER;
          case PARAM -> Role.PARAMETER;
          case RESULT -> Role.RESULT;
          case CAPTURE -> Role.CAPTURE;
          case LOCAL, TEMP -> Role.LOCAL;
        };
    return new Snapshot.Slot(
        Names.local(l),
        type(l.type()),
        address,
        l.boxed() ? 8 : l.type().size(),
        role,
        l.boxed(),
        v,
        change((int) g.id(), f, l, address, v),
        lastUse(f, l),
        site == null ? null : decision(site, options.gc),
        options.labels.apply(l));
  }

  /**
   * Line of the last call or loop at which a dead pointer variable was still live; 0 if it is live
   * or holds none.
   */
  private int lastUse(FrameView f, Function.Local l) {
    BitSet words = new BitSet();
    if (l.boxed()) {
      words.set(0);
    } else {
      words.or(l.type().pointers());
    }
    if (words.isEmpty() || f.function().kind() == Function.Kind.MAIN) {
      return 0;
    }
    for (int w = words.nextSetBit(0); w >= 0; w = words.nextSetBit(w + 1)) {
      if (f.live().get(l.offset() / 8 + w)) {
        return 0;
      }
    }
    int line = 0;
    for (Function.Safepoint sp : f.function().safepoints()) {
      if (sp.pc() < f.pc() && sp.live().get(l.offset() / 8 + words.nextSetBit(0))) {
        line = Names.line(f.function(), sp.pc());
      }
    }
    return line;
  }

  private Change change(int goroutine, FrameView f, Function.Local l, long address, Value now) {
    Snapshot b = before;
    if (b == null || !options.markChanges || f.function().kind() != Function.Kind.MAIN) {
      return Change.SAME;
    }
    for (Snapshot.Stack s : b.stacks()) {
      if (s.goroutine() == goroutine && !s.frames().isEmpty()) {
        for (Snapshot.Slot old : s.frames().get(0).slots()) {
          // A grown stack moves every slot by the same distance: compare from its high end.
          if (old.name().equals(Names.local(l))
              && s.high() - old.address() == goroutineHigh(goroutine) - address) {
            return diff(old.value(), now);
          }
        }
      }
    }
    return new Change(Change.Kind.NEW, null);
  }

  private long goroutineHigh(int id) {
    for (GoroutineView g : image.goroutines()) {
      if (g.id() == id) {
        return g.high();
      }
    }
    return 0;
  }

  private Change dataChange(GlobalView g, Value now) {
    Snapshot b = before;
    if (b == null || !options.markChanges) {
      return Change.SAME;
    }
    for (Snapshot.Slot old : b.data()) {
      if (old.address() == g.address()) {
        return diff(old.value(), now);
      }
    }
    return new Change(Change.Kind.NEW, null);
  }

  private static Change diff(Value old, Value now) {
    if (old.equals(now)) {
      return Change.SAME;
    }
    return new Change(Change.Kind.CHANGED, old instanceof Value.Scalar s ? s.text() : null);
  }

  // heap

  /**
   * Names the variables, elements and fields that point to each object, and how much of an array is
   * in use.
   */
  private void findHolders() {
    for (GoroutineView g : image.goroutines()) {
      for (FrameView f : Ends.of(g.frames())) {
        if (f.function().kind() == Function.Kind.LIBRARY) {
          continue;
        }
        String fn = Names.function(f.function());
        for (Function.Local l : f.inScope()) {
          if (l.kind() == Function.LocalKind.TEMP || l.name().isEmpty()) {
            continue;
          }
          long address = f.sp() + l.offset();
          if (l.boxed()) {
            long p = image.get64(address);
            hold(p, fn + "." + l.name());
            boxedNames.putIfAbsent(p, l.name());
          } else {
            Pointers.walk(
                image, l.type(), address, "", (path, p) -> hold(p, fn + "." + l.name() + path));
            solids(l.type(), address);
          }
        }
      }
    }
    for (GlobalView g : image.globals()) {
      if (g.global().pos().isKnown()) {
        Pointers.walk(
            image,
            g.global().type(),
            g.address(),
            "",
            (path, p) -> hold(p, g.global().name() + path));
        solids(g.global().type(), g.address());
      }
    }
    for (HeapObject o : image.objects()) {
      Integer plate = ownedObjects > 10 * OBJECTS ? null : plate(o);
      if (plate == null) {
        continue;
      }
      for (long i = 0; i < Math.min(o.count(), 64); i++) {
        String at = o.count() > 1 ? "[" + i + "]" : "";
        long address = o.address() + i * o.type().size();
        Pointers.walk(image, o.type(), address, "", (path, p) -> hold(p, "H" + plate + at + path));
        solids(o.type(), address);
      }
    }
  }

  private void hold(long p, String holder) {
    HeapObject o = p == 0 ? null : image.objectAt(p);
    if (o != null) {
      holders.computeIfAbsent(o.address(), k -> new ArrayList<>()).add(holder);
    }
  }

  /** For slice headers in a value: elements in use of the array behind them. */
  private void solids(dev.gomem.layout.RType t, long address) {
    switch (t.kind()) {
      case SLICE -> {
        long p = image.get64(address);
        HeapObject o = p == 0 ? null : image.objectAt(p);
        if (o != null && t.elem().size() > 0) {
          long end = (p - o.address()) / t.elem().size() + image.get64(address + 8);
          solid.merge(o.address(), end, Math::max);
        }
      }
      case STRUCT -> t.fields().forEach(f -> solids(f.type(), address + f.offset()));
      case ARRAY -> {
        for (int i = 0; i < Math.min(t.len(), 64); i++) {
          solids(t.elem(), address + i * t.elem().size());
        }
      }
      default -> {}
    }
  }

  private Snapshot.Heap heap() {
    List<Snapshot.HeapObject> shown = new ArrayList<>();
    Map<String, Fold> folds = new LinkedHashMap<>();
    long asked = 0;
    long given = 0;
    long count = 0;
    long dead = 0;
    long deadBytes = 0;
    Map<String, Fold> limit = new LinkedHashMap<>();
    Deque<HeapObject> mine = new ArrayDeque<>();
    BitSet slots = new BitSet();
    for (HeapObject o : image.objects()) {
      boolean garbage = !reach.reachable(o);
      if (owned(o)) {
        count++;
        asked += o.size();
        // Tiny objects share a slot: it is counted with the first of them.
        int block = (int) o.address() >>> 4;
        long slot = o.tiny() && slots.get(block) ? 0 : o.slotSize();
        if (o.tiny()) {
          slots.set(block);
        }
        given += slot;
        if (garbage) {
          dead++;
          deadBytes += slot;
        }
        if (garbage && o.run() < options.run && !usedBefore(o)) {
          fold(folds, Snapshot.FoldedObjects.Why.EARLIER_GARBAGE, "", 0, o, true);
        } else {
          mine.add(o);
          if (mine.size() > OBJECTS) {
            leftObjects++;
            fold(limit, Snapshot.FoldedObjects.Why.LIMIT, "", 0, mine.remove(), false);
          }
        }
      } else {
        Site s = o.site();
        boolean learner = s != null && options.learner.test(s.pos().source());
        if (garbage && o.run() < options.run) {
          continue; // what the library left behind in earlier cells is not the learner's business
        }
        if (learner && s != null) {
          Snapshot.FoldedObjects.Why why =
              s.kind().equals("box")
                  ? Snapshot.FoldedObjects.Why.BOX
                  : Snapshot.FoldedObjects.Why.IMPLICIT;
          String subject = why == Snapshot.FoldedObjects.Why.BOX ? s.subject() : s.kind();
          fold(folds, why, subject, s.pos().line(), o, garbage);
        } else {
          fold(folds, Snapshot.FoldedObjects.Why.LIBRARY, "", 0, o, garbage);
        }
      }
    }
    for (HeapObject o : mine) {
      shown.add(object(o, !reach.reachable(o)));
    }
    List<Snapshot.FoldedObjects> folded = new ArrayList<>();
    folds.values().forEach(f -> folded.add(f.done()));
    limit.values().forEach(f -> folded.add(f.done()));
    return new Snapshot.Heap(shown, folded, count, asked, given, dead, deadBytes);
  }

  /** In use when the cell began: if it is garbage now, this cell made it so. */
  private boolean usedBefore(HeapObject o) {
    Snapshot b = before;
    Integer plate = plate(o);
    if (b == null || plate == null) {
      return false;
    }
    return b.heap().objects().stream().anyMatch(x -> x.plate() == plate && !x.garbage());
  }

  private static final class Fold {
    private final Snapshot.FoldedObjects.Why why;
    private final String subject;
    private final int line;
    private final boolean garbage;
    private long count;
    private long bytes;

    Fold(Snapshot.FoldedObjects.Why why, String subject, int line, boolean garbage) {
      this.why = why;
      this.subject = subject;
      this.line = line;
      this.garbage = garbage;
    }

    Snapshot.FoldedObjects done() {
      return new Snapshot.FoldedObjects(why, subject, line, count, bytes, garbage);
    }
  }

  private static void fold(
      Map<String, Fold> folds,
      Snapshot.FoldedObjects.Why why,
      String subject,
      int line,
      HeapObject o,
      boolean garbage) {
    Fold f =
        folds.computeIfAbsent(
            why + "/" + subject + "/" + line + "/" + garbage,
            k -> new Fold(why, subject, line, garbage));
    f.count++;
    f.bytes += o.slotSize();
  }

  private Snapshot.HeapObject object(HeapObject o, boolean garbage) {
    Site s = o.site();
    List<String> held = holders.getOrDefault(o.address(), List.of());
    int more = Math.max(0, held.size() - HOLDERS);
    Integer plate = plate(o);
    Long used = solid.get(o.address());
    boolean fresh = options.markChanges && o.run() == options.run;
    boolean variable = s != null && s.kind().equals("variable");
    String type =
        image.isChannel(o)
            ? "chan " + type(image.channel(o).elem())
            : o.count() == 1 ? type(o.type()) : "[" + o.count() + "]" + type(o.type());
    return new Snapshot.HeapObject(
        plate == null ? 0 : plate,
        type,
        variable && s != null ? s.subject() : null,
        s == null ? "runtime" : s.kind(),
        s == null ? "" : Names.shorten(s.function()),
        s == null ? 0 : s.pos().line(),
        s == null ? "" : s.pos().source().name(),
        o.address(),
        o.size(),
        o.slotSize(),
        decoder.contents(o),
        used == null ? -1 : used,
        o.tiny(),
        garbage,
        fresh ? new Change(Change.Kind.NEW, null) : Change.SAME,
        more > 0 ? held.subList(0, HOLDERS) : held,
        more,
        s == null ? null : decision(s, options.gc));
  }
}
