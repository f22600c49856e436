package dev.gomem.render;

import dev.gomem.snapshot.Value;
import dev.gomem.source.Words;
import java.util.ArrayList;
import java.util.List;

/** Values as runs: what stands in a cell of a table. */
final class Values {
  /** Goroutines in a channel's queues that are named. */
  private static final int WAITERS = 6;

  private final Words words;
  private final boolean addresses;

  Values(Words words, boolean addresses) {
    this.words = words;
    this.addresses = addresses;
  }

  List<Doc.Run> runs(Value v) {
    List<Doc.Run> out = new ArrayList<>();
    put(v, -1, out);
    return out;
  }

  /**
   * @param solid elements in use of a backing array; the rest are spare; -1 if that means nothing
   */
  List<Doc.Run> contents(Value v, long solid) {
    List<Doc.Run> out = new ArrayList<>();
    put(v, solid, out);
    return out;
  }

  private void put(Value v, long solid, List<Doc.Run> out) {
    switch (v) {
      case Value.Scalar s -> out.add(new Doc.Code(s.text()));
      case Value.Pointer p -> pointer(p.address(), p.target(), out);
      case Value.Str s -> string(s, out);
      case Value.Slice s -> {
        pointer(s.pointer(), s.target(), out);
        out.add(new Doc.Text(" len " + s.length() + ", cap " + s.capacity()));
      }
      case Value.MapRef m -> {
        pointer(m.address(), m.target(), out);
        if (m.count() >= 0) {
          out.add(new Doc.Text(" "));
          out.add(new Doc.Small(words.say("value.entries", m.count())));
        }
      }
      case Value.Iface i -> iface(i, out);
      case Value.Func f -> {
        pointer(f.address(), f.target(), out);
        if (f.function() != null) {
          out.add(new Doc.Text(" "));
          out.add(new Doc.Code(f.function()));
        }
      }
      case Value.Struct s -> struct(s, out);
      case Value.Array a -> array(a, solid, out);
      case Value.MapSlots m -> slots(m, out);
      case Value.Channel c -> channel(c, out);
      case Value.Opaque o -> out.add(new Doc.Text(words.say("value.unknown", o.why())));
    }
  }

  void pointer(long address, Value.Target target, List<Doc.Run> out) {
    switch (target) {
      case Value.Target.Nil ignored -> out.add(new Doc.Code(words.say("value.nil")));
      case Value.Target.Heap h -> out.add(new Doc.Arrow(h.plate(), "H" + h.plate() + h.path()));
      case Value.Target.Folded f -> out.add(new Doc.Arrow(0, f.origin()));
      case Value.Target.StackSlot s ->
          out.add(new Doc.Arrow(0, s.function() + "." + s.variable() + s.path()));
      case Value.Target.Data d -> out.add(new Doc.Arrow(0, d.variable() + d.path()));
      case Value.Target.ReadOnly r -> out.add(new Doc.Arrow(0, r.what()));
      case Value.Target.ZeroBase ignored -> out.add(new Doc.Arrow(0, words.say("value.zerobase")));
      case Value.Target.Unknown u ->
          out.add(new Doc.Arrow(0, words.say("value.unknown", u.what())));
    }
    if (addresses && !(target instanceof Value.Target.Nil)) {
      out.add(new Doc.Text(" "));
      out.add(new Doc.Address(address));
    }
  }

  private void string(Value.Str s, List<Doc.Run> out) {
    out.add(new Doc.Code(quote(s.text())));
    if (s.cut() > 0) {
      out.add(new Doc.Small(" " + words.say("value.chars", s.cut())));
    }
  }

  private void iface(Value.Iface i, List<Doc.Run> out) {
    if (i.dynamicType() == null) {
      out.add(new Doc.Code(words.say("value.nil")));
      return;
    }
    out.add(
        new Doc.Small(words.say(i.itab() ? "value.method" : "value.type", i.dynamicType()) + ": "));
    Value boxed = i.boxed();
    if (boxed != null) {
      put(boxed, -1, out);
      if (addresses) {
        out.add(new Doc.Text(" "));
        pointer(i.data().address(), i.data().target(), out);
      }
    } else {
      put(i.data(), -1, out);
    }
  }

  private void struct(Value.Struct s, List<Doc.Run> out) {
    if (s.fields().isEmpty()) {
      out.add(new Doc.Code("{}"));
      return;
    }
    List<Doc.Box> boxes = new ArrayList<>();
    for (Value.Field f : s.fields()) {
      List<Doc.Run> value = runs(f.value());
      if (f.padding() > 0 && addresses) {
        value.add(new Doc.Small(" " + words.say("value.padding", f.padding())));
      }
      boxes.add(new Doc.Box(f.name(), value, false));
    }
    out.add(new Doc.Cells(boxes));
    if (s.more() > 0) {
      out.add(new Doc.Small(words.say("value.bookkeeping", s.more())));
    }
  }

  private void array(Value.Array a, long solid, List<Doc.Run> out) {
    List<Doc.Box> boxes = new ArrayList<>();
    for (int i = 0; i < a.cells().size(); i++) {
      boolean spare = solid >= 0 && i >= solid;
      List<Doc.Run> value = runs(a.cells().get(i));
      if (spare) {
        value = new ArrayList<>(value);
        value.add(new Doc.Small(" " + words.say("badge.spare")));
      }
      boxes.add(new Doc.Box("[" + i + "]", value, spare));
    }
    out.add(new Doc.Cells(boxes));
    long more = a.length() - a.cells().size();
    if (more > 0) {
      out.add(new Doc.Small(words.say("value.more", more)));
    }
  }

  private void slots(Value.MapSlots m, List<Doc.Run> out) {
    List<Doc.Box> boxes = new ArrayList<>();
    for (Value.MapSlot s : m.used()) {
      List<Doc.Run> value = new ArrayList<>(runs(s.key()));
      value.add(new Doc.Text(": "));
      value.addAll(runs(s.value()));
      boxes.add(new Doc.Box(words.say("value.slots", s.slot()), value, false));
    }
    out.add(new Doc.Cells(boxes));
    long free = m.slots() - m.used().size();
    if (free > 0) {
      out.add(new Doc.Small(words.say("value.free", free)));
    }
    if (m.deleted() > 0) {
      out.add(new Doc.Small(words.say("value.deleted", m.deleted())));
    }
  }

  /** Buffer in order of receiving, and who waits. */
  private void channel(Value.Channel c, List<Doc.Run> out) {
    List<Doc.Box> boxes = new ArrayList<>();
    for (Value v : c.buffer()) {
      boxes.add(new Doc.Box("", runs(v), false));
    }
    if (!boxes.isEmpty()) {
      out.add(new Doc.Cells(boxes));
      out.add(new Doc.Break());
    }
    List<String> parts = new ArrayList<>();
    parts.add(
        c.capacity() == 0
            ? words.say("chan.unbuffered")
            : words.say("chan.buffer", c.length(), c.capacity()));
    if (c.closed()) {
      parts.add(words.say("chan.closed"));
    }
    out.add(new Doc.Small(String.join(", ", parts)));
    int shown = 0;
    for (long g : c.receivers()) {
      if (shown++ < WAITERS) {
        out.add(new Doc.Break());
        out.add(new Doc.Small(words.say("chan.receiver", g)));
      }
    }
    for (Value.Sender s : c.senders()) {
      if (shown++ < WAITERS) {
        out.add(new Doc.Break());
        out.add(new Doc.Small(words.say("chan.sender", s.goroutine()) + " "));
        out.addAll(runs(s.value()));
      }
    }
    if (shown > WAITERS) {
      out.add(new Doc.Break());
      out.add(new Doc.Small(words.say("chan.more", shown - WAITERS)));
    }
  }

  /** As a Go string literal. */
  static String quote(String s) {
    StringBuilder b = new StringBuilder("\"");
    s.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"' -> b.append("\\\"");
            case '\\' -> b.append("\\\\");
            case '\n' -> b.append("\\n");
            case '\t' -> b.append("\\t");
            case '\r' -> b.append("\\r");
            default -> b.append(Visible.of(c));
          }
        });
    return b.append('"').toString();
  }
}
