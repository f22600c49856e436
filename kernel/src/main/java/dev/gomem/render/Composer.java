package dev.gomem.render;

import dev.gomem.snapshot.Picture;
import dev.gomem.snapshot.Snapshot;
import dev.gomem.source.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Composes a picture's document in reading order: summary, source with reasons, then each moment's
 * stacks, heap and package variables. All facts of the views are chosen here.
 */
final class Composer {
  private final Words words;
  private final Picture picture;
  private final boolean addresses;

  private Composer(Words words, Picture picture) {
    this.words = words;
    this.picture = picture;
    this.addresses = picture.view() == Picture.View.ADDRESSES;
  }

  static Doc compose(Words words, Picture picture) {
    return new Composer(words, picture).document();
  }

  private Doc document() {
    List<Doc.Block> blocks = new ArrayList<>();
    List<Picture.Moment> moments = picture.moments();
    blocks.add(new Doc.Para(summary(moments.get(moments.size() - 1)), true));
    for (String name : picture.repairs()) {
      blocks.add(new Doc.Para(say("repair", name), false));
    }
    blocks.add(new SourceTable(words, picture).table());
    for (Picture.Moment m : moments) {
      if (moments.size() > 1) {
        blocks.add(new Doc.Title(momentTitle(m)));
      }
      Snapshot s = m.state();
      StackTable stacks = new StackTable(words, addresses, doing(m));
      List<Doc.Block> side = new ArrayList<>();
      for (Snapshot.Stack stack : s.stacks()) {
        side.add(stacks.table(stack));
      }
      for (Snapshot.Others o : s.others()) {
        side.add(
            new Doc.Para(
                say("stack.others", o.count(), o.function(), o.line(), o.status()), false));
      }
      side.add(new HeapTable(words, addresses).table(s.heap()));
      blocks.add(new Doc.Side(side));
      if (!s.data().isEmpty()) {
        blocks.add(stacks.data(s.data()));
      }
      if (!s.leftOut().equals(Snapshot.LeftOut.NOTHING)) {
        Snapshot.LeftOut l = s.leftOut();
        blocks.add(
            new Doc.Para(
                say("left-out", l.frames(), l.locals(), l.objects(), l.pointers()), false));
      }
    }
    blocks.add(new Doc.Para(footer(), false));
    return new Doc(blocks);
  }

  /** What the innermost frame is doing at a moment. */
  private String doing(Picture.Moment m) {
    return switch (m.kind()) {
      case DEEPEST_CALL -> "stack.returning";
      case PANIC -> "stack.panicking";
      case END -> picture.program() ? "stack.returning" : "stack.idle";
    };
  }

  private List<Doc.Run> summary(Picture.Moment last) {
    Snapshot s = last.state();
    List<Doc.Run> runs = new ArrayList<>();
    switch (last.kind()) {
      case END -> runs.addAll(say("summary.end"));
      case PANIC ->
          runs.addAll(
              s.running().running() ? say("summary.panic", s.line()) : say("summary.deadlock"));
      case DEEPEST_CALL -> runs.addAll(say("summary.at", innermost(s), s.line()));
    }
    for (Snapshot.Stack stack : s.stacks()) {
      int frames = 0;
      for (Snapshot.Frame f : stack.frames()) {
        frames += 1 + f.folded();
      }
      runs.add(new Doc.Text(" "));
      runs.addAll(
          s.stacks().size() == 1
              ? say("summary.stack", frames, stack.used())
              : say("summary.stack.of", stack.goroutine(), stack.status(), frames, stack.used()));
    }
    int others = 0;
    for (Snapshot.Others o : s.others()) {
      others += o.count();
    }
    if (others > 0) {
      runs.add(new Doc.Text(" "));
      runs.addAll(say("summary.others", others));
    }
    Snapshot.Heap h = s.heap();
    runs.add(new Doc.Text(" "));
    runs.addAll(
        h.count() == 0 ? say("summary.heap.none") : say("summary.heap", h.count(), h.liveBytes()));
    if (h.garbageCount() > 0) {
      runs.add(new Doc.Text(" "));
      runs.addAll(say("summary.garbage", h.garbageCount(), h.garbageBytes()));
    }
    List<String> fresh = fresh(s);
    if (!fresh.isEmpty()) {
      runs.add(new Doc.Break());
      runs.addAll(say("summary.new", String.join(", ", fresh)));
    }
    runs.add(new Doc.Break());
    runs.add(new Doc.Small(caption()));
    return runs;
  }

  private static List<String> fresh(Snapshot s) {
    List<String> names = new ArrayList<>();
    for (Snapshot.Stack stack : s.stacks()) {
      for (Snapshot.Frame f : stack.frames()) {
        for (Snapshot.Slot slot : f.slots()) {
          if (slot.change().kind() == Snapshot.Change.Kind.NEW
              && f.kind() == Snapshot.FrameKind.MAIN) {
            names.add(slot.name());
          }
        }
      }
    }
    for (Snapshot.HeapObject o : s.heap().objects()) {
      if (o.change().kind() == Snapshot.Change.Kind.NEW) {
        names.add("H" + o.plate());
      }
    }
    return names.size() > 12 ? List.of() : names;
  }

  private String caption() {
    String rule = words.say(picture.gcPlacement() ? "caption.rule.gc" : "caption.rule.simple");
    String what =
        picture.program()
            ? words.say(picture.gcPlacement() ? "caption.program" : "caption.program.simple")
            : words.say("caption.lesson", picture.label());
    return what.replace("`", "") + " · " + rule;
  }

  private List<Doc.Run> momentTitle(Picture.Moment m) {
    return switch (m.kind()) {
      case DEEPEST_CALL -> say("moment.deepest", innermost(m.state()));
      case PANIC -> say(m.state().running().running() ? "moment.panic" : "moment.deadlock");
      case END -> say("moment.end");
    };
  }

  private static String innermost(Snapshot s) {
    List<Snapshot.Frame> frames = s.running().frames();
    for (int i = frames.size() - 1; i >= 0; i--) {
      Snapshot.FrameKind k = frames.get(i).kind();
      if (k == Snapshot.FrameKind.USER || k == Snapshot.FrameKind.MAIN) {
        return frames.get(i).function();
      }
    }
    return "main";
  }

  private List<Doc.Run> footer() {
    List<Doc.Run> runs = new ArrayList<>();
    runs.add(
        new Doc.Small(
            words.say(addresses ? "view.next.addresses" : "view.next.values").replace("`", "")));
    return runs;
  }

  private List<Doc.Run> say(String key, Object... params) {
    return Markup.runs(words.say(key, params));
  }
}
