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
    if (d.kind().equals("append buffer")) {
      return words.say("note.buffer", d.function());
    }
    if (!d.heap() && !note.plates().isEmpty()) {
      String plates = Reasons.plates(words, note.plates(), note.more());
      return words.say("note.stays.grown", d.subject(), plates, d.function());
    }
    return Reasons.sentence(words, note.decision(), note.plates(), note.more());
  }
}
