package dev.gomem.source;

import java.util.List;

/**
 * A piece of a sentence as data: what a stage has to say before anybody chose a language. {@link
 * Words} turns it into text. A sentence is a key of the catalogue and the pieces that stand for its
 * parameters.
 */
public sealed interface Phrase {
  /** Nothing to say. */
  Phrase NONE = new Text("");

  /** The catalogue's sentence {@code key} with its parameters. */
  record Said(String key, List<Phrase> args) implements Phrase {}

  /** A name or piece of the program, as it stands there. */
  record Text(String text) implements Phrase {}

  /** A number of bytes, say. */
  record Number(long value) implements Phrase {}

  /**
   * A line.
   *
   * @param elsewhere in another text than what is spoken of: then the text is named too
   */
  record At(Pos pos, boolean elsewhere) implements Phrase {}

  static Phrase of(String key, Phrase... args) {
    return new Said(key, List.of(args));
  }

  static Phrase text(String text) {
    return new Text(text);
  }

  /** The key of a sentence, or "". */
  default String key() {
    return this instanceof Said s ? s.key() : "";
  }
}
