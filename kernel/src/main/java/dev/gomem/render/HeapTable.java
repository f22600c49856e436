package dev.gomem.render;

import dev.gomem.snapshot.Snapshot;
import dev.gomem.source.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The heap in order of allocation: plates, where they came from, contents, holders; garbage stays,
 * marked.
 */
final class HeapTable {
  private final Words words;
  private final boolean addresses;
  private final Values values;

  HeapTable(Words words, boolean addresses) {
    this.words = words;
    this.addresses = addresses;
    this.values = new Values(words, addresses);
  }

  Doc.Block table(Snapshot.Heap heap) {
    if (heap.objects().isEmpty() && heap.folded().isEmpty()) {
      return new Doc.Para(
          List.of(
              new Doc.Strong(words.say("heap.caption")),
              new Doc.Text(": " + words.say("heap.empty"))),
          false);
    }
    List<String> columns = new ArrayList<>();
    columns.add(words.say("heap.col.object"));
    if (addresses) {
      columns.add(words.say("heap.col.place"));
    }
    columns.add(words.say("heap.col.contents"));
    columns.add(words.say("heap.col.holders"));
    List<Doc.Row> rows = new ArrayList<>();
    for (Snapshot.HeapObject o : heap.objects()) {
      rows.add(object(o));
    }
    for (Snapshot.FoldedObjects f : heap.folded()) {
      rows.add(
          new Doc.Row(
              f.garbage() ? Doc.State.GARBAGE : Doc.State.PLAIN,
              List.of(new Doc.Cell(folded(f), columns.size()))));
    }
    return new Doc.Table(
        Doc.Tone.HEAP,
        List.of(
            new Doc.Strong(words.say("heap.caption")),
            new Doc.Small(
                " "
                    + words.say(
                        "heap.caption.small", heap.count(), heap.askedBytes(), heap.liveBytes()))),
        columns,
        rows);
  }

  private Doc.Row object(Snapshot.HeapObject o) {
    boolean fresh = o.change().kind() == Snapshot.Change.Kind.NEW;
    Doc.State state = o.garbage() ? Doc.State.GARBAGE : fresh ? Doc.State.NEW : Doc.State.PLAIN;
    List<Doc.Run> head = new ArrayList<>();
    head.add(new Doc.Plate(o.plate()));
    head.add(new Doc.Text(" "));
    head.add(new Doc.Code(o.type()));
    if (o.garbage()) {
      head.add(new Doc.Text(" "));
      head.add(new Doc.Badge(words.say("badge.garbage"), Doc.State.GARBAGE));
    } else if (fresh) {
      head.add(new Doc.Text(" "));
      head.add(new Doc.Badge(words.say("badge.new"), Doc.State.NEW));
    }
    head.add(new Doc.Break());
    String kind = words.has("kind." + o.what()) ? words.say("kind." + o.what()) : o.what();
    String name = o.name();
    head.add(
        new Doc.Small(
            (name != null
                    ? words.say("heap.origin.variable", name, o.function(), o.line())
                    : o.function().equals("main") || o.function().isEmpty()
                        ? words.say("heap.origin", kind, o.line())
                        : words.say("heap.origin.in", kind, o.function(), o.line()))
                .replace("`", "")));
    Snapshot.Decision why = o.why();
    if (why != null && why.heap() && !why.gcHeap()) {
      head.add(new Doc.Break());
      head.add(new Doc.Small(words.say("heap.gc-differs")));
    }
    List<Doc.Cell> cells = new ArrayList<>();
    cells.add(Doc.Cell.of(head));
    if (addresses) {
      cells.add(
          Doc.Cell.of(
              new Doc.Address(o.address()),
              new Doc.Break(),
              new Doc.Small(
                  words.say(o.tiny() ? "heap.size.tiny" : "heap.size", o.size(), o.slot()))));
    }
    cells.add(Doc.Cell.of(values.contents(o.value(), o.solid())));
    cells.add(Doc.Cell.of(holders(o)));
    return new Doc.Row(state, cells);
  }

  private List<Doc.Run> holders(Snapshot.HeapObject o) {
    List<Doc.Run> runs = new ArrayList<>();
    if (o.holders().isEmpty()) {
      runs.add(
          new Doc.Text(
              words.say(
                  o.garbage()
                      ? "heap.nothing"
                      : o.tiny() ? "heap.nothing.tiny" : "heap.nothing.live")));
      return runs;
    }
    for (String h : o.holders()) {
      if (!runs.isEmpty()) {
        runs.add(new Doc.Break());
      }
      runs.add(new Doc.Code(h));
    }
    if (o.moreHolders() > 0) {
      runs.add(new Doc.Break());
      runs.add(new Doc.Small(words.say("heap.more-holders", o.moreHolders())));
    }
    return runs;
  }

  private List<Doc.Run> folded(Snapshot.FoldedObjects f) {
    String key =
        switch (f.why()) {
          case BOX -> "heap.folded.box";
          case LIBRARY -> "heap.folded.library";
          case IMPLICIT -> "heap.folded.implicit";
          case EARLIER_GARBAGE -> "heap.folded.earlier";
          case LIMIT -> "heap.folded.limit";
        };
    String kind = words.has("kind." + f.subject()) ? words.say("kind." + f.subject()) : f.subject();
    List<Doc.Run> runs = new ArrayList<>();
    runs.add(new Doc.Small(words.say(key, kind, f.line(), f.count(), f.bytes())));
    if (f.garbage() && f.why() != Snapshot.FoldedObjects.Why.EARLIER_GARBAGE) {
      runs.add(new Doc.Text(" "));
      runs.add(new Doc.Small(words.say("heap.folded.garbage")));
    }
    return runs;
  }
}
