package dev.gomem.render;

import dev.gomem.snapshot.Picture;
import dev.gomem.source.Words;

/** Draws a picture: both static views of it. */
public final class Renderer {
  private final Words words;

  public Renderer(Words words) {
    this.words = words;
  }

  /**
   * @param html {@code text/html}
   * @param text {@code text/plain}
   */
  public record Views(String html, String text) {}

  public Views draw(Picture picture) {
    Doc doc = Composer.compose(words, picture);
    return new Views(HtmlWriter.write(doc), TextWriter.write(doc));
  }
}
