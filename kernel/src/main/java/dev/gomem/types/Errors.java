package dev.gomem.types;

import dev.gomem.constant.Constant;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Positions;
import dev.gomem.syntax.Printer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places and texts of messages: where an error about a node stands (its leftmost position, as gc
 * has it), and the formatting of types, objects, operands and expressions in messages. Source:
 * go/types' errors.go and format.go.
 */
final class Errors {
  static final String INVALID_ARG = "invalid argument: ";
  static final String INVALID_OP = "invalid operation: ";

  private final Checker check;

  Errors(Checker check) {
    this.check = check;
  }

  /** Where an error about {@code n} is reported: its leftmost position. */
  static Pos atPos(Node n) {
    return startPos(n);
  }

  static Pos atPos(Operand x) {
    return x.expr != null ? startPos(x.expr) : Pos.NONE;
  }

  static Pos atPos(Obj obj) {
    return obj.pos();
  }

  /** Formats as gc does; knows %s, %v, %d, %t, %q and %%. */
  String sprintf(String format, @Nullable Object... args) {
    return sprintf(check.qualifier, format, args);
  }

  static String sprintf(@Nullable Qualifier qf, String format, @Nullable Object... args) {
    StringBuilder b = new StringBuilder();
    int next = 0;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        b.append(c);
        continue;
      }
      char verb = format.charAt(++i);
      if (verb == '%') {
        b.append('%');
        continue;
      }
      String s = next < args.length ? arg(args[next], qf) : "%!" + verb + "(MISSING)";
      next++;
      if (verb == 'q') {
        b.append(quote(s));
      } else {
        b.append(s);
      }
    }
    return b.toString();
  }

  private static String arg(@Nullable Object a, @Nullable Qualifier qf) {
    return switch (a) {
      case null -> "<nil>";
      case Operand x -> Operand.operandString(x, qf);
      case Expr e -> exprString(e);
      case Obj o -> ObjString.of(o, qf);
      case Type t -> TypeString.of(t, qf);
      case TypeError e -> sprintf(qf, e.format(), e.args());
      case Constant k -> k.toString();
      case List<?> list -> {
        StringBuilder b = new StringBuilder("[");
        String sep = "";
        for (Object e : list) {
          b.append(sep).append(arg(e, qf));
          sep = ", ";
        }
        yield b.append(']').toString();
      }
      default -> a.toString();
    };
  }

  /** Quoted as Go's {@code %q}. */
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
            case 7 -> b.append("\\a");
            case '\b' -> b.append("\\b");
            case '\f' -> b.append("\\f");
            case 11 -> b.append("\\v");
            default -> {
              if (c < 32 || c == 127) {
                b.append(String.format("\\x%02x", c));
              } else {
                b.appendCodePoint(c);
              }
            }
          }
        });
    return b.append('"').toString();
  }

  /** An expression as gc's messages write it. */
  static String exprString(Expr e) {
    return Printer.expr(e);
  }

  static Pos startPos(Node n) {
    return Positions.start(n);
  }

  static Pos endPos(Node n) {
    return Positions.end(n);
  }
}
