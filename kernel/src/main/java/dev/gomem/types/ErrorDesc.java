package dev.gomem.types;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import dev.gomem.source.Stage;
import dev.gomem.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error being put together: the first part is where and what, further parts ("other declaration
 * of x") follow on lines of their own, with their places. Source: go/types' errors.go.
 */
final class ErrorDesc {
  private record Part(Pos pos, String msg) {}

  private final Checker check;
  private final Code code;
  private final List<Part> parts = new ArrayList<>();
  private int length = 1;
  boolean soft;

  ErrorDesc(Checker check, Code code) {
    this.check = check;
    this.code = code;
  }

  void addf(Pos at, String format, @Nullable Object... args) {
    parts.add(new Part(at, check.sprintf(format, args)));
  }

  void addf(Node at, String format, @Nullable Object... args) {
    if (parts.isEmpty()) {
      Pos end = Errors.endPos(at);
      Pos start = Errors.atPos(at);
      if (end.source() == start.source() && end.line() == start.line()) {
        length = Math.max(1, end.offset() - start.offset());
      }
    }
    addf(Errors.atPos(at), format, args);
  }

  void addf(Operand at, String format, @Nullable Object... args) {
    if (at.expr != null) {
      addf(at.expr, format, args);
    } else {
      addf(Pos.NONE, format, args);
    }
  }

  void addf(Obj at, String format, @Nullable Object... args) {
    if (parts.isEmpty()) {
      length = Math.max(1, at.name().getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
    }
    addf(at.pos(), format, args);
  }

  void addAltDecl(Obj obj) {
    if (obj.pos().isKnown()) {
      addf(obj, "other declaration of %s", obj.name());
    }
  }

  boolean empty() {
    return parts.isEmpty();
  }

  Pos pos() {
    return parts.isEmpty() ? Pos.NONE : parts.getFirst().pos;
  }

  String msg() {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      Part p = parts.get(i);
      if (i > 0) {
        b.append("\n\t");
        if (p.pos.isKnown()) {
          b.append(p.pos).append(": ");
        }
      }
      b.append(p.msg);
    }
    return b.toString();
  }

  /** Reports unless it looks like a consequence of an error reported before. */
  void report() {
    if (parts.isEmpty()) {
      throw new IllegalStateException("no error");
    }
    String first = parts.getFirst().msg;
    if (!check.diagnostics.isEmpty()
        && (first.indexOf("invalid operand") > 0 || first.indexOf("invalid type") > 0)) {
      return;
    }
    Pos pos = pos();
    if (check.env.errpos.isKnown()) {
      pos = check.env.errpos;
    }
    String msg = msg();
    if (code == Code.INVALID_SYNTAX_TREE) {
      msg = "invalid syntax tree: " + msg;
    }
    check.diagnostics.add(new Diagnostic(pos, length, code.text(), msg, Stage.TYPES, soft));
    parts.clear();
  }
}
