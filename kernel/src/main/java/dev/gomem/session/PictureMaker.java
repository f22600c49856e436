package dev.gomem.session;

import dev.gomem.code.Function;
import dev.gomem.code.Site;
import dev.gomem.escape.Placement;
import dev.gomem.layout.RType;
import dev.gomem.machine.Image;
import dev.gomem.machine.Watcher;
import dev.gomem.snapshot.Picture;
import dev.gomem.snapshot.Snapshot;
import dev.gomem.source.Source;
import dev.gomem.trace.Plates;
import dev.gomem.trace.Tracer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Collects the moments of one run and makes its picture: images are taken while it runs, decoded
 * after it has ended.
 */
final class PictureMaker implements Watcher {
  private @Nullable Image deepest;
  private @Nullable Image panic;
  private @Nullable Image end;

  @Override
  public void moment(Moment moment, Image image) {
    switch (moment) {
      case DEEPEST -> deepest = image;
      case PANIC -> panic = image;
      case END -> end = image;
    }
  }

  /** For runs that end in no moment of their own: interrupts, limits. */
  void endsWith(Image image) {
    if (end == null && panic == null) {
      end = image;
    }
  }

  /**
   * What the picture is of.
   *
   * @param program a program cell or file
   * @param functions compiled from {@code source}
   * @param before the state the cell began with; null for programs, where all is new
   * @param learner whether a text is the learner's
   */
  record Of(
      boolean program,
      String label,
      Source source,
      List<Function> functions,
      Settings settings,
      Plates plates,
      @Nullable Snapshot before,
      int run,
      List<String> repairs,
      Predicate<Source> learner,
      java.util.function.Function<Function.Local, @Nullable String> labels,
      java.util.function.Function<RType, String> types,
      java.util.function.Function<Function, @Nullable String> versions) {}

  /** Null if nothing ran. */
  @Nullable Picture picture(Of of) {
    Image last = panic != null ? panic : end;
    if (last == null) {
      return null;
    }
    boolean gc = of.settings.placement() == Placement.GC;
    List<Picture.Moment> moments = new ArrayList<>();
    Snapshot middle = null;
    Image deep = deepest;
    if (deep != null && deep != last) {
      middle = trace(of, deep, gc, false, of.before);
    }
    Snapshot state = trace(of, last, gc, panic == null, of.before);
    if (middle != null && deeper(middle, state)) {
      moments.add(new Picture.Moment(Picture.Moment.Kind.DEEPEST_CALL, middle));
      state = state.withGone(popped(middle, state));
    }
    moments.add(
        new Picture.Moment(
            panic != null ? Picture.Moment.Kind.PANIC : Picture.Moment.Kind.END, state));
    return new Picture(
        of.program, of.label, gc, of.settings.view(), source(of, last, gc), moments, of.repairs);
  }

  private static Snapshot trace(
      Of of, Image image, boolean gc, boolean ended, @Nullable Snapshot before) {
    boolean library = of.settings.memory() == Settings.Memory.LIBRARY;
    return Tracer.trace(
        image,
        of.plates,
        new Tracer.Options(
            of.learner, gc, ended, !of.program, of.run, library, of.labels, of.types, of.versions),
        before);
  }

  /** Of the deepest stack. */
  private static int depth(Snapshot s) {
    int most = 0;
    for (Snapshot.Stack stack : s.stacks()) {
      int n = 0;
      for (Snapshot.Frame f : stack.frames()) {
        n += f.kind() == Snapshot.FrameKind.LIBRARY ? 0 : 1 + f.folded();
      }
      most = Math.max(most, n);
    }
    return most;
  }

  private static boolean deeper(Snapshot a, Snapshot b) {
    return depth(a) > depth(b);
  }

  /** Functions that are on a goroutine's stack at the deeper moment and gone at the later one. */
  private static Map<Integer, List<String>> popped(Snapshot deep, Snapshot later) {
    Map<Integer, List<String>> gone = new TreeMap<>();
    for (Snapshot.Stack now : later.stacks()) {
      for (Snapshot.Stack then : deep.stacks()) {
        if (then.goroutine() != now.goroutine()) {
          continue;
        }
        Set<String> names = new LinkedHashSet<>();
        List<Snapshot.Frame> frames = then.frames();
        for (int i = now.frames().size(); i < frames.size(); i++) {
          if (frames.get(i).kind() != Snapshot.FrameKind.LIBRARY) {
            names.add(frames.get(i).function());
          }
        }
        gone.put(now.goroutine(), List.copyOf(names));
      }
    }
    return gone;
  }

  private static List<Picture.SourceLine> source(Of of, Image image, boolean gc) {
    Map<Site, Tracer.Made> made = Tracer.sites(image, of.plates, of.learner);
    Map<Integer, List<Picture.Note>> notes = new TreeMap<>();
    Set<Site> seen = new LinkedHashSet<>();
    List<Site> sites = new ArrayList<>();
    for (Function f : of.functions) {
      for (Site s : f.sites()) {
        if (s.pos().source() == of.source && telling(s, gc) && seen.add(s)) {
          sites.add(s);
        }
      }
    }
    sites.sort((a, b) -> Integer.compare(a.pos().offset(), b.pos().offset()));
    for (Site s : sites) {
      Tracer.Made m = made.getOrDefault(s, new Tracer.Made());
      notes
          .computeIfAbsent(s.pos().line(), k -> new ArrayList<>())
          .add(new Picture.Note(Tracer.decision(s, gc), m.plates(), m.more()));
    }
    List<Picture.SourceLine> lines = new ArrayList<>();
    int last = of.source.lines();
    while (last > 1 && of.source.lineText(last).isBlank()) {
      last--;
    }
    for (int i = 1; i <= last; i++) {
      lines.add(new Picture.SourceLine(i, of.source.lineText(i), notes.getOrDefault(i, List.of())));
    }
    return lines;
  }

  /**
   * Worth a note beside the source: what the learner wrote, and closures; not boxes and variadic
   * slices.
   */
  private static boolean telling(Site s, boolean gc) {
    return switch (s.kind()) {
      case "box", "variadic", "conversion", "concat", "defer", "go" -> false;
      case "closure", "method value" -> (gc ? s.gc() : s.simple()).heap();
      default -> true;
    };
  }
}
