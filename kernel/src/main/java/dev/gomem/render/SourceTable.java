package dev.gomem.render;

import dev.gomem.snapshot.Picture;
import dev.gomem.snapshot.Snapshot;
import dev.gomem.source.Words;
import java.util.ArrayList;
import java.util.List;

/** The cell's lines, each with where its values live and why. */
final class SourceTable {
  private final Words words;
  private final Picture picture;

  SourceTable(Words words, Picture picture) {
    this.words = words;
    this.picture = picture;
  }

  Doc.Block table() {
    Snapshot last = picture.moments().get(picture.moments().size() - 1).state();
    List<Doc.Row> rows = new ArrayList<>();
    for (Picture.SourceLine line : picture.source()) {
      boolean ran = line.number() == last.line();
      List<Doc.Run> number = new ArrayList<>();
      number.add(new Doc.Text(Integer.toString(line.number())));
      if (ran) {
        number.add(new Doc.Small(" " + words.say("source.last")));
      }
      rows.add(
          new Doc.Row(
              ran ? Doc.State.JUST_RAN : Doc.State.PLAIN,
              List.of(
                  Doc.Cell.of(number),
                  Doc.Cell.of(new Doc.Source(line.text())),
                  Doc.Cell.of(notes(line)))));
    }
    return new Doc.Table(
        Doc.Tone.SOURCE,
        List.of(new Doc.Strong(words.say("source.caption"))),
        List.of(
            words.say("source.col.line"),
            words.say("source.col.source"),
            words.say("source.col.note")),
        rows);
  }

  private List<Doc.Run> notes(Picture.SourceLine line) {
    List<Doc.Run> runs = new ArrayList<>();
    for (Picture.Note note : line.notes()) {
      if (!runs.isEmpty()) {
        runs.add(new Doc.Break());
      }
      runs.addAll(Markup.runs(note(note)));
    }
    return runs;
  }

  private String note(Picture.Note note) {
    Snapshot.Decision d = note.decision();
    boolean variable = d.kind().equals("variable");
    String plates = Reasons.plates(words, note.plates(), note.more());
    String subject = d.subject();
    if (d.kind().equals("append buffer")) {
      return words.say("note.buffer", d.function());
    }
    String where = variable || plates.isEmpty() ? plates : plates.substring(0, plates.length() - 1);
    if (!d.heap()) {
      return plates.isEmpty()
          ? words.say(variable ? "note.stays" : "note.stays.site", subject, d.function())
          : words.say("note.stays.grown", subject, where, d.function());
    }
    if (!d.gcHeap()) {
      return variable
          ? words.say("note.heap.implied", subject, where, Reasons.sentence(words, d))
          : words.say("note.heap.rule", subject, where);
    }
    return words.say(
        heapNote(d, variable), subject, where, Reasons.sentence(words, d));
  }

  private static String heapNote(Snapshot.Decision d, boolean variable) {
    // gc says nothing of channels: there is nothing to decide.
    boolean channel = d.kind().equals("make chan");
    return channel ? "note.heap.channel" : variable ? "note.heap" : "note.heap.site";
  }
}
