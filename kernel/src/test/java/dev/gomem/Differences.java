package dev.gomem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lists of what differs from Go and why, in the folder of resources {@code differences}: a line
 * {@code # reason}, then what differs for it, a name a line. Who reads a list also complains of
 * names on it that do not differ any more: so lists only shrink.
 */
public final class Differences {
  private Differences() {}

  /** Reasons by name. */
  public static Map<String, String> in(String list) {
    try (InputStream in = Differences.class.getResourceAsStream("/differences/" + list)) {
      if (in == null) {
        throw new IllegalArgumentException("no list " + list);
      }
      Map<String, String> known = new LinkedHashMap<>();
      String reason = "";
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("# ")) {
          reason = line.substring(2);
        } else if (!line.isBlank()) {
          known.put(line.strip(), reason);
        }
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
