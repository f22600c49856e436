package dev.gomem.render;

import dev.gomem.snapshot.Picture;
import dev.gomem.snapshot.Snapshot;
import dev.gomem.snapshot.Snapshot.Change;
import dev.gomem.snapshot.Value;
import dev.gomem.snapshot.Value.Target;
import dev.gomem.source.Phrase;
import java.util.List;

/** A picture made by hand that has one of everything, with markup in the learner's data. */
final class Samples {
  private Samples() {}

  static final String HOSTILE = "<script>alert(1)</script>\u202e$x$\u001b[31m & \"";

  static Picture picture(Picture.View view) {
    Snapshot.Decision heap =
        new Snapshot.Decision(
            "variable",
            "number",
            "getNum",
            2,
            true,
            true,
            true,
            sentence("note.heap", "number", "getNum", Phrase.of("why.channel")));
    Snapshot.Decision rule =
        new Snapshot.Decision(
            "new",
            "new(int)",
            "main",
            7,
            true,
            false,
            true,
            sentence("note.heap.rule", "new(int)", "main", Phrase.of("why.rule")));
    Snapshot.Decision stays =
        new Snapshot.Decision(
            "variable",
            "num",
            "main",
            6,
            false,
            false,
            false,
            sentence("note.stays", "num", "main", Phrase.of("stays.kept.address")));
    List<Picture.SourceLine> source =
        List.of(
            new Picture.SourceLine(1, "func getNum() *int {", List.of()),
            new Picture.SourceLine(
                2, "\tnumber := 7", List.of(new Picture.Note(heap, List.of(1), 0))),
            new Picture.SourceLine(3, "\treturn &number", List.of()),
            new Picture.SourceLine(4, "}", List.of()),
            new Picture.SourceLine(5, "s := \"" + HOSTILE + "\"", List.of()),
            new Picture.SourceLine(
                6, "num := 2; add(&num)", List.of(new Picture.Note(stays, List.of(), 0))),
            new Picture.SourceLine(
                7, "q := new(int)", List.of(new Picture.Note(rule, List.of(2, 3, 4), 12))));
    return new Picture(
        false,
        "In [4]",
        false,
        view,
        source,
        List.of(
            new Picture.Moment(Picture.Moment.Kind.DEEPEST_CALL, state(true)),
            new Picture.Moment(Picture.Moment.Kind.END, state(false))),
        List.of("num"));
  }

  private static Phrase sentence(String key, String subject, String function, Phrase why) {
    Phrase name = Phrase.text(subject);
    return Phrase.of(key, name, Phrase.text(""), Phrase.text(function), why, name);
  }

  private static Snapshot.Slot slot(
      String name, String type, long address, Value v, Change change) {
    return new Snapshot.Slot(
        name, type, address, 8, Snapshot.Role.LOCAL, false, v, change, 0, null, null);
  }

  private static Snapshot state(boolean deep) {
    Change fresh = new Change(Change.Kind.NEW, null);
    long top = 0xc000102000L;
    List<Snapshot.Slot> slots =
        List.of(
            slot(
                "num",
                "int",
                top - 24,
                new Value.Scalar("3"),
                new Change(Change.Kind.CHANGED, "2")),
            slot(
                "p",
                "*int",
                top - 32,
                new Value.Pointer(0xc000104000L, new Target.Heap(1, "")),
                fresh),
            slot("n", "*int", top - 40, new Value.Pointer(0, new Target.Nil()), Change.SAME),
            slot(
                "s",
                "[]int",
                top - 64,
                new Value.Slice(0xc000106000L, 3, 4, new Target.Heap(3, "")),
                fresh),
            slot(
                "t",
                "string",
                top - 80,
                new Value.Str(0x2000, 60, HOSTILE, 18, new Target.ReadOnly("read-only data")),
                fresh),
            slot(
                "a",
                "any",
                top - 96,
                new Value.Iface(
                    0x3000,
                    "int",
                    false,
                    new Value.Pointer(0xc000104008L, new Target.Folded(0xc000104008L, "box")),
                    new Value.Scalar("7")),
                Change.SAME),
            slot(
                "pt",
                "Point",
                top - 112,
                new Value.Struct(
                    List.of(
                        new Value.Field("ok", "bool", 0, 1, 7, new Value.Scalar("true")),
                        new Value.Field("x", "int", 8, 8, 0, new Value.Scalar("1"))),
                    0),
                Change.SAME),
            new Snapshot.Slot(
                "boxed",
                "int",
                top - 120,
                8,
                Snapshot.Role.LOCAL,
                true,
                new Value.Pointer(0xc000104000L, new Target.Heap(1, "")),
                Change.SAME,
                5,
                null,
                "In [2]"));
    Snapshot.Frame main =
        new Snapshot.Frame(
            "main",
            Snapshot.FrameKind.MAIN,
            top - 144,
            144,
            7,
            "In [4]",
            0,
            0x401234,
            "runtime",
            0,
            0,
            112,
            slots,
            0,
            null);
    Snapshot.Frame add =
        new Snapshot.Frame(
            "add",
            Snapshot.FrameKind.USER,
            top - 184,
            24,
            2,
            "In [4]",
            top - 16,
            0x401300,
            "main",
            6,
            16,
            8,
            List.of(
                new Snapshot.Slot(
                    "i",
                    "*int",
                    top - 144,
                    8,
                    Snapshot.Role.PARAMETER,
                    false,
                    new Value.Pointer(top - 24, new Target.StackSlot(1, "main", "num", "")),
                    Change.SAME,
                    0,
                    null,
                    null)),
            0,
            null);
    Snapshot.Stack stack =
        new Snapshot.Stack(
            1,
            "running",
            "",
            0,
            top - 2048,
            top,
            deep ? 184 : 144,
            deep ? List.of(main, add) : List.of(main),
            deep ? List.of() : List.of("add", "getNum"));
    Value cells =
        new Value.Array(
            4,
            "int",
            8,
            List.of(
                new Value.Scalar("1"),
                new Value.Scalar("2"),
                new Value.Scalar("3"),
                new Value.Scalar("0")));
    List<Snapshot.HeapObject> objects =
        List.of(
            object(
                1,
                "int",
                "number",
                "variable",
                new Value.Scalar("7"),
                -1,
                false,
                List.of("main.p")),
            object(2, "[2]int", null, "make slice", cells, -1, true, List.of()),
            object(
                3,
                "[4]int",
                null,
                "append",
                cells,
                3,
                false,
                List.of("main.s", "H9[" + HOSTILE + "]")));
    Snapshot.Heap h =
        new Snapshot.Heap(
            objects,
            List.of(
                new Snapshot.FoldedObjects(
                    Snapshot.FoldedObjects.Why.BOX, "fmt.Println", 7, 1, 8, false)),
            3,
            56,
            56,
            1,
            16);
    return new Snapshot(
        7,
        !deep,
        List.of(stack),
        List.of(),
        h,
        List.of(slot("counter", "int", 0x1000, new Value.Scalar("1"), fresh)),
        new Snapshot.LeftOut(1, 0, 2, 0));
  }

  private static Snapshot.HeapObject object(
      int plate,
      String type,
      @org.jspecify.annotations.Nullable String name,
      String what,
      Value v,
      long solid,
      boolean garbage,
      List<String> holders) {
    return new Snapshot.HeapObject(
        plate,
        type,
        name,
        what,
        "main",
        5,
        "In [4]",
        0xc000104000L + 16L * plate,
        16,
        16,
        v,
        solid,
        plate == 1,
        garbage,
        new Change(Change.Kind.NEW, null),
        holders,
        0,
        null);
  }
}
