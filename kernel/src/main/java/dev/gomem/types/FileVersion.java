package dev.gomem.types;

import dev.gomem.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The language version that a file asks for by {@code //go:build go1.21}: the least that its
 * constraint implies, but not less than 1.21, since when files may ask for less than their module.
 * Sources: go/build/constraint's vers.go, types2's check.go (initFiles).
 */
final class FileVersion {
  private static final Pattern TOKEN = Pattern.compile("\\s*(&&|\\|\\||!|\\(|\\)|[^\\s&|!()]+)");

  /** The oldest version that a file can ask for. */
  private static final int OLDEST = 21;

  /** What a file that says nothing asks for. */
  static final int NONE = -1;

  private final List<String> tokens = new ArrayList<>();
  private int next;

  private FileVersion(String constraint) {
    Matcher m = TOKEN.matcher(constraint);
    while (m.lookingAt()) {
      tokens.add(m.group(1));
      m.region(m.end(), constraint.length());
    }
  }

  /** The version that the file's constraint names, or {@link #NONE}. */
  static int declared(Node.File file) {
    int version = NONE;
    for (Node.Pragma p : file.pragmas()) {
      if (p.pos().offset() < file.pos().offset() && p.verb().equals("//go:build")) {
        version = new FileVersion(p.text().substring("//go:build".length())).or(true);
      }
    }
    return version;
  }

  /** The version that a file is checked by, in a module of another version. */
  static int effective(int declared, int module) {
    return declared == NONE ? module : Math.max(declared, OLDEST);
  }

  // Of what is negated nothing follows, and "and" becomes "or".

  private int or(boolean positive) {
    int v = and(positive);
    while (got("||")) {
      int w = and(positive);
      v = positive ? Math.min(v, w) : Math.max(v, w);
    }
    return v;
  }

  private int and(boolean positive) {
    int v = not(positive);
    while (got("&&")) {
      int w = not(positive);
      v = positive ? Math.max(v, w) : Math.min(v, w);
    }
    return v;
  }

  private int not(boolean positive) {
    if (got("!")) {
      return not(!positive);
    }
    if (got("(")) {
      int v = or(positive);
      got(")");
      return v;
    }
    String tag = next < tokens.size() ? tokens.get(next++) : "";
    if (!positive) {
      return NONE;
    }
    if (tag.equals("go1")) {
      return 0;
    }
    return tag.matches("go1\\.[0-9]{1,6}") ? Integer.parseInt(tag.substring(4)) : NONE;
  }

  private boolean got(String token) {
    if (next < tokens.size() && tokens.get(next).equals(token)) {
      next++;
      return true;
    }
    return false;
  }
}
