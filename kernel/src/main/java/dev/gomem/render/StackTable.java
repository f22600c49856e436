package dev.gomem.render;

import dev.gomem.snapshot.Snapshot;
import dev.gomem.snapshot.Value;
import dev.gomem.source.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The stack of a goroutine, main on top and addresses falling, a row per word of what Go really
 * stores; and the data segment, whose variables look the same.
 */
final class StackTable {
  private final Words words;
  private final boolean addresses;
  private final Values values;
  private final String innermostState;

  /**
   * @param innermostState catalogue key of what the innermost frame is doing
   */
  StackTable(Words words, boolean addresses, String innermostState) {
    this.words = words;
    this.addresses = addresses;
    this.innermostState = innermostState;
    this.values = new Values(words, addresses);
  }

  Doc.Table table(Snapshot.Stack stack) {
    List<Doc.Row> rows = new ArrayList<>();
    List<Snapshot.Frame> frames = stack.frames();
    for (int i = 0; i < frames.size(); i++) {
      frame(frames.get(i), i < frames.size() - 1 ? words.say("stack.calling") : doing(stack), rows);
    }
    rows.add(free(stack));
    return new Doc.Table(
        Doc.Tone.STACK,
        List.of(
            new Doc.Strong(words.say("stack.caption", stack.goroutine())),
            new Doc.Small(
                " "
                    + words.say(
                        "stack.caption.small",
                        status(stack),
                        stack.high() - stack.low(),
                        stack.used()))),
        columns(),
        rows);
  }

  /** What its innermost frame is doing. */
  private String doing(Snapshot.Stack stack) {
    if (stack.running()) {
      return words.say(innermostState);
    }
    return stack.status().equals("runnable")
        ? words.say("stack.runnable")
        : words.say("stack.waiting", stack.status());
  }

  private String status(Snapshot.Stack stack) {
    return stack.startedBy().isEmpty()
        ? stack.status()
        : words.say("stack.started", stack.status(), stack.startedBy(), stack.startLine());
  }

  Doc.Table data(List<Snapshot.Slot> slots) {
    List<Doc.Row> rows = new ArrayList<>();
    for (Snapshot.Slot s : slots) {
      slot(s, rows);
    }
    return new Doc.Table(
        Doc.Tone.DATA,
        List.of(
            new Doc.Strong(words.say("data.caption")),
            new Doc.Small(" " + words.say("data.caption.small"))),
        columns(),
        rows);
  }

  private List<String> columns() {
    return addresses
        ? List.of(
            words.say("stack.col.variable"),
            words.say("stack.col.type"),
            words.say("stack.col.address"),
            words.say("stack.col.value"))
        : List.of(words.say("stack.col.variable"), words.say("stack.col.value"));
  }

  private void frame(Snapshot.Frame f, String state, List<Doc.Row> rows) {
    if (f.kind() == Snapshot.FrameKind.LIBRARY) {
      group(List.of(new Doc.Small(words.say("stack.library", 1 + f.folded()))), rows);
      return;
    }
    List<Doc.Run> head = new ArrayList<>();
    head.add(new Doc.Strong(f.function()));
    head.add(
        new Doc.Small(" " + (f.line() > 0 ? words.say("stack.frame", state, f.line()) : state)));
    if (addresses) {
      long temps = f.size() - f.localBytes() - 16;
      String tail = temps > 0 ? words.say("stack.frame.temps", temps) : "";
      head.add(new Doc.Small(words.say("stack.frame.bytes", f.size(), f.localBytes(), tail)));
    }
    if (f.version() != null) {
      head.add(new Doc.Small(" " + words.say("stack.version", f.version())));
    }
    group(head, rows);
    for (Snapshot.Slot s : f.slots()) {
      if (isArgument(s)) {
        slot(s, rows);
      }
    }
    long top = f.low() + f.size();
    word(words.say("stack.return"), top - 8, returnsTo(f), rows);
    if (addresses) {
      List<Doc.Run> saved = new ArrayList<>();
      saved.add(new Doc.Address(f.savedFramePointer()));
      word(words.say("stack.saved"), top - 16, saved, rows);
    }
    boolean any = false;
    for (Snapshot.Slot s : f.slots()) {
      if (!isArgument(s)) {
        slot(s, rows);
        any = true;
      }
    }
    if (!any && f.slots().isEmpty()) {
      List<Doc.Run> none = List.of(new Doc.Small(words.say("stack.none")));
      rows.add(new Doc.Row(Doc.State.PLAIN, List.of(new Doc.Cell(none, columns().size()))));
    }
    if (f.folded() > 0) {
      group(List.of(new Doc.Small(words.say("stack.folded", f.function(), f.folded()))), rows);
    }
  }

  private static boolean isArgument(Snapshot.Slot s) {
    return switch (s.role()) {
      case RECEIVER, PARAMETER, RESULT -> true;
      case LOCAL, CAPTURE, PACKAGE -> false;
    };
  }

  private List<Doc.Run> returnsTo(Snapshot.Frame f) {
    List<Doc.Run> runs = new ArrayList<>();
    runs.add(
        new Doc.Text(
            f.returnLine() > 0
                ? words.say("stack.returns-to.line", f.returnsTo(), f.returnLine())
                : words.say("stack.returns-to", f.returnsTo())));
    if (addresses) {
      runs.add(new Doc.Text(" "));
      runs.add(new Doc.Address(f.returnAddress()));
    }
    return runs;
  }

  private void group(List<Doc.Run> runs, List<Doc.Row> rows) {
    rows.add(new Doc.Row(Doc.State.GROUP, List.of(new Doc.Cell(runs, columns().size()))));
  }

  private void word(String name, long address, List<Doc.Run> value, List<Doc.Row> rows) {
    row(Doc.State.PLAIN, List.of(new Doc.Small(name)), "", address, value, rows);
  }

  private void row(
      Doc.State state,
      List<Doc.Run> name,
      String type,
      long address,
      List<Doc.Run> value,
      List<Doc.Row> rows) {
    List<Doc.Cell> cells = new ArrayList<>();
    cells.add(Doc.Cell.of(name));
    if (addresses) {
      cells.add(type.isEmpty() ? Doc.Cell.of() : Doc.Cell.of(new Doc.Code(type)));
      cells.add(address == 0 ? Doc.Cell.of() : Doc.Cell.of(new Doc.Address(address)));
    }
    cells.add(Doc.Cell.of(value));
    rows.add(new Doc.Row(state, cells));
  }

  private void slot(Snapshot.Slot s, List<Doc.Row> rows) {
    Doc.State state =
        switch (s.change().kind()) {
          case SAME -> Doc.State.PLAIN;
          case NEW -> Doc.State.NEW;
          case CHANGED -> Doc.State.CHANGED;
        };
    List<Doc.Run> name = new ArrayList<>();
    name.add(
        new Doc.Code(
            s.shadowed() == null ? s.name() : words.say("stack.shadowed", s.name(), s.shadowed())));
    String role =
        switch (s.role()) {
          case RECEIVER -> words.say("stack.receiver");
          case PARAMETER -> words.say("stack.param");
          case RESULT -> words.say("stack.result");
          case CAPTURE -> words.say("stack.capture");
          case LOCAL, PACKAGE -> "";
        };
    if (!role.isEmpty()) {
      name.add(new Doc.Small(" " + role));
    }
    if (s.change().kind() == Snapshot.Change.Kind.NEW) {
      name.add(new Doc.Text(" "));
      name.add(new Doc.Badge(words.say("badge.new"), Doc.State.NEW));
    }
    List<Doc.Run> after = new ArrayList<>();
    String was = s.change().was();
    if (was != null) {
      after.add(new Doc.Small(" (" + words.say("badge.was", was) + ")"));
    }
    if (s.boxed()) {
      boolean heap =
          s.value() instanceof Value.Pointer p && p.target() instanceof Value.Target.Heap;
      after.add(new Doc.Small(" " + words.say(heap ? "stack.boxed" : "stack.boxed.frame")));
    }
    Snapshot.Decision why = s.why();
    if (why != null && why.gcHeap() != why.simpleHeap()) {
      after.add(
          new Doc.Small(" " + words.say(why.heap() ? "stack.gc-differs" : "stack.simple-differs")));
    }
    if (s.lastUse() > 0) {
      after.add(new Doc.Small(" " + words.say("stack.notused", s.lastUse())));
    }
    if (s.boxed()) {
      oneRow(state, name, s.type(), s.address(), s.value(), after, rows);
      return;
    }
    switch (s.value()) {
      case Value.Slice v -> {
        List<Doc.Run> ptr = new ArrayList<>();
        values.pointer(v.pointer(), v.target(), ptr);
        List<String> parts = List.of(".ptr", ".len", ".cap");
        List<List<Doc.Run>> cells =
            List.of(
                ptr,
                List.of(new Doc.Code(Long.toString(v.length()))),
                List.of(new Doc.Code(Long.toString(v.capacity()))));
        words(state, s, name, parts, cells, after, rows);
      }
      case Value.Str v -> {
        List<Doc.Run> ptr = new ArrayList<>(values.runs(v));
        if (addresses) {
          ptr.add(new Doc.Text(" "));
          values.pointer(v.pointer(), v.target(), ptr);
        }
        words(
            state,
            s,
            name,
            List.of(".ptr", ".len"),
            List.of(ptr, List.of(new Doc.Code(Long.toString(v.length())))),
            after,
            rows);
      }
      case Value.Struct v when !v.fields().isEmpty() && v.fields().size() <= 12 ->
          fields(state, s, name, v, after, rows);
      default -> oneRow(state, name, s.type(), s.address(), s.value(), after, rows);
    }
  }

  private void oneRow(
      Doc.State state,
      List<Doc.Run> name,
      String type,
      long address,
      Value value,
      List<Doc.Run> after,
      List<Doc.Row> rows) {
    List<Doc.Run> v = new ArrayList<>(values.runs(value));
    v.addAll(after);
    row(state, name, type, address, v, rows);
  }

  /**
   * A header: one row a word; a value view keeps it to one row, since words are what addresses are
   * about.
   */
  private void words(
      Doc.State state,
      Snapshot.Slot s,
      List<Doc.Run> name,
      List<String> parts,
      List<List<Doc.Run>> cells,
      List<Doc.Run> after,
      List<Doc.Row> rows) {
    if (!addresses) {
      oneRow(state, name, s.type(), s.address(), s.value(), after, rows);
      return;
    }
    for (int i = 0; i < parts.size(); i++) {
      List<Doc.Run> n = new ArrayList<>();
      n.add(new Doc.Code(s.name() + parts.get(i)));
      if (i == 0) {
        n.addAll(name.subList(1, name.size()));
      }
      List<Doc.Run> v = new ArrayList<>(cells.get(i));
      if (i == 0) {
        v.addAll(after);
      }
      row(state, n, i == 0 ? s.type() : "", s.address() + 8L * i, v, rows);
    }
  }

  private void fields(
      Doc.State state,
      Snapshot.Slot s,
      List<Doc.Run> name,
      Value.Struct v,
      List<Doc.Run> after,
      List<Doc.Row> rows) {
    row(state, name, s.type(), addresses ? s.address() : 0, after, rows);
    for (Value.Field f : v.fields()) {
      List<Doc.Run> value = new ArrayList<>(values.runs(f.value()));
      if (f.padding() > 0 && addresses) {
        value.add(new Doc.Small(" " + words.say("value.padding", f.padding())));
      }
      row(
          state,
          List.of(new Doc.Code("  ." + f.name())),
          f.type(),
          s.address() + f.offset(),
          value,
          rows);
    }
  }

  private Doc.Row free(Snapshot.Stack stack) {
    List<Doc.Run> runs = new ArrayList<>();
    long low = stack.high() - stack.used();
    runs.add(
        new Doc.Small(
            addresses
                ? words.say("stack.free.below", "0x" + Long.toHexString(low))
                : words.say("stack.free")));
    if (!stack.gone().isEmpty()) {
      String gone = String.join(", ", stack.gone());
      runs.add(new Doc.Small(words.say("stack.free.gone", gone, stack.gone().size())));
    } else if (stack.startedBy().isEmpty()) {
      runs.add(new Doc.Small(words.say("stack.free.none")));
    }
    return new Doc.Row(Doc.State.FREE, List.of(new Doc.Cell(runs, columns().size())));
  }
}
