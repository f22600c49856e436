package dev.gomem.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * The catalogue of gomem's own sentences: a key and parameters give a text. gc's messages are not
 * in it: they stay as they are. In a pattern {@code {0}} is a parameter and {@code
 * {0#object|objects}} picks a form by the number it is. Marks ({@code *strong*}, {@code `code`},
 * {@code _emphasis_}) are left in; views read or drop them.
 */
public final class Words {
  private final Properties patterns = new Properties();

  /**
   * @param language name of the resource, {@code en}
   */
  public Words(String language) {
    String name = "/dev/gomem/words/" + language + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no catalogue " + name);
      }
      patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True if the catalogue has the key. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /** The sentence for a key; a missing key is our bug. */
  public String say(String key, Object... params) {
    String p = patterns.getProperty(key);
    if (p == null) {
      throw new IllegalArgumentException("no words for " + key);
    }
    StringBuilder b = new StringBuilder();
    int i = 0;
    while (i < p.length()) {
      char c = p.charAt(i);
      int close = c == '{' ? p.indexOf('}', i) : -1;
      if (close < 0) {
        b.append(c);
        i++;
        continue;
      }
      b.append(fill(p.substring(i + 1, close), params));
      i = close + 1;
    }
    return b.toString();
  }

  /** The text of a phrase. */
  public String say(Phrase p) {
    return switch (p) {
      case Phrase.Text t -> t.text();
      case Phrase.Number n -> Long.toString(n.value());
      case Phrase.At at ->
          at.elsewhere()
              ? say("line.in", at.pos().line(), at.pos().source().name())
              : say("line", at.pos().line());
      case Phrase.Said s -> say(s.key(), s.args().stream().map(this::say).toArray());
    };
  }

  private static String fill(String slot, Object[] params) {
    int hash = slot.indexOf('#');
    Object value = params[Integer.parseInt(hash < 0 ? slot : slot.substring(0, hash))];
    if (hash < 0) {
      return String.valueOf(value);
    }
    String[] forms = slot.substring(hash + 1).split("\\|", -1);
    return ((Number) value).longValue() == 1 ? forms[0] : forms[1];
  }
}
