package dev.gomem.constant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gomem.constant.Constant.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares every operation with {@code go/constant} on a seeded batch: {@code oracle.go} evaluates
 * the same lines. The seed can be set by the system property {@code gomem.seed}.
 */
final class ConstantsTest {
  private static final Map<String, Op> OPS = new HashMap<>();

  static {
    for (Op op : Op.values()) {
      OPS.put(op == Op.INT_QUO ? "div" : op.toString(), op);
    }
  }

  private final List<String> script = new ArrayList<>();
  private final List<Constant> values = new ArrayList<>();

  @Test
  void agreesWithGo(@TempDir Path dir) throws IOException, InterruptedException {
    long seed = Long.getLong("gomem.seed", 20261122);
    script.addAll(LITERALS);
    for (String line : LITERALS) {
      values.add(eval(line));
    }
    generate(new SplittableRandom(seed), 6000);
    List<String> want = runOracle(dir);
    assertEquals(script.size(), want.size(), "lines of the oracle");
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < script.size(); i++) {
      String got = describe(values.get(i));
      if (!got.equals(want.get(i)) && wrong.size() < 20) {
        wrong.add(i + ": " + script.get(i) + "\n  got  " + got + "\n  want " + want.get(i));
      }
    }
    assertTrue(wrong.isEmpty(), () -> "seed " + seed + "\n" + String.join("\n", wrong));
  }

  @Test
  void longConcatenationsAreLinear() {
    Constant x = Constant.of("");
    for (int i = 0; i < 200_000; i++) {
      x = Constants.binaryOp(x, Op.ADD, Constant.of("ab"));
    }
    assertEquals(400_000, ((Constant.Str) x).length());
  }

  private static final List<String> LITERALS =
      List.of(
          "int 0",
          "int 1",
          "int 9223372036854775807",
          "int 9223372036854775808",
          "int 18446744073709551615",
          "int 0x_FF_ff",
          "int 0b1011",
          "int 0o17",
          "int 0777",
          "int 1_000_000",
          "int 089",
          "float 0.0",
          "float 1.5",
          "float 1e6",
          "float 123456789.0",
          "float 0.1",
          "float 1e-7",
          "float 1e100",
          "float 1.7976931348623157e308",
          "float 1.8e308",
          "float 4.9e-324",
          "float 2.4703282292062327e-324",
          "float 2.4703282292062328e-324",
          "float 3.4028235677973366e38",
          "float 3.4028234663852886e38",
          "float 1e-46",
          "float 7.0064923216240853e-46",
          "float 7.0064923216240854e-46",
          "float 1e400",
          "float 1e-400",
          "float 1e1300",
          "float 1e-1300",
          "float 1e5000",
          "float 1.2345678e5000",
          "float 1e-5000",
          "float 9.9999999e12345",
          "float 1e1000000000",
          "float 1e-1000000000",
          "float 1e99999999999999999999",
          "float 0e99999999999999999999",
          "float 0e-1886451601",
          "float 6e-1886451601",
          "float 0x1p-2",
          "float 0x1.8p+1",
          "float 0x.8p1",
          "float 0x1p5000",
          "float 0x1p-5000",
          "float 0x_1F.FFp-16",
          "float 1_0.2_5e1_0",
          "float 0128.5",
          "float 3.14159265358979323846264338327950288419716939937510582097494459",
          "imag 0i",
          "imag 0123i",
          "imag 1.5i",
          "imag 0x1p-2i",
          "imag 0b11i",
          "imag 1e5000i",
          "rune 'a'",
          "rune '\\n'",
          "rune '\\''",
          "rune '\\x41'",
          "rune '\\377'",
          "rune '\\u00e9'",
          "rune '\\U0001F600'",
          "rune 'é'",
          "rune '世'",
          "rune '\\U00110000'",
          "rune '\\ud800'",
          "string \"\"",
          "string \"hello, world\"",
          "string `raw \\n \"q\"`",
          "string \"tab\\tquote\\\"back\\\\ \\a\\b\\f\\n\\r\\v\\x00\\x7f\\xff\\377\"",
          "string \"\\u00e9世界\\U0001F600\\u200b\\u00a0\\ufeff\\ue000\"",
          "string \"\\xe4\\xb8\\x96\\xe4\\xb8\\xed\\xa0\\x80\\xf5\"",
          "string \"0123456789012345678901234567890123456789012345678901234567890123456789\"",
          "string \"01234567890123456789012345678901234567890123456789012345678901234567890\"",
          "string \"世界0123456789012345678901234567890123456789012345678901234567890123456789世界\"");

  /** Adds random operations on earlier values, those only that are defined for them. */
  private void generate(SplittableRandom r, int n) {
    String[] binary = {"+", "-", "*", "/", "div", "%", "&", "|", "^", "&^", "&&", "||"};
    String[] compare = {"==", "!=", "<", "<=", ">", ">="};
    while (n > 0) {
      String line =
          switch (r.nextInt(12)) {
            case 0 ->
                "int "
                    + (r.nextLong() >>> (1 + r.nextInt(63)))
                    + (r.nextInt(4) == 0 ? "000000000000001" : "");
            case 1 ->
                "float " + r.nextInt(100000) + "." + r.nextInt(1000) + "e" + (r.nextInt(80) - 40);
            case 2 ->
                r.nextInt(8) == 0
                    ? "float 1." + r.nextInt(1000000) + "e" + (r.nextInt(6000) - 3000)
                    : "imag " + r.nextInt(1000) + "." + r.nextInt(1000) + "i";
            case 3 ->
                "unary "
                    + pick(r, "+", "-", "^", "!")
                    + " "
                    + any(r)
                    + " "
                    + pick(r, "0", "8", "64");
            case 4, 5, 6, 7 -> "binary " + pick(r, binary) + " " + any(r) + " " + any(r);
            case 8 -> "shift " + pick(r, "<<", ">>") + " " + any(r) + " " + r.nextInt(200);
            case 9 -> "compare " + pick(r, compare) + " " + any(r) + " " + any(r);
            case 10 -> pick(r, "toint ", "tofloat ", "tocomplex ") + any(r);
            default -> pick(r, "real ", "imagof ", "round64 ") + any(r);
          };
      if (isDefined(line)) {
        Constant c = eval(line);
        if (c.exactString().length() < 4000) {
          script.add(line);
          values.add(c);
          n--;
        }
      }
    }
  }

  private static String pick(SplittableRandom r, String... of) {
    return of[r.nextInt(of.length)];
  }

  /** Recent values are likelier, so that operations pile up. */
  private int any(SplittableRandom r) {
    int n = values.size();
    return r.nextBoolean() ? r.nextInt(n) : n - 1 - r.nextInt(Math.min(n, 30));
  }

  private boolean isDefined(String line) {
    String[] f = line.split(" ");
    switch (f[0]) {
      case "int", "float", "imag", "rune", "string" -> {
        return true;
      }
      default -> {}
    }
    boolean operator =
        f[0].equals("unary")
            || f[0].equals("binary")
            || f[0].equals("shift")
            || f[0].equals("compare");
    Constant x = values.get(Integer.parseInt(operator ? f[2] : f[1]));
    Constant y =
        f[0].equals("binary") || f[0].equals("compare") ? values.get(Integer.parseInt(f[3])) : x;
    boolean numbers = isNumber(x) && isNumber(y);
    boolean ints = x.kind() == Kind.INT && y.kind() == Kind.INT;
    boolean bools = x.kind() == Kind.BOOL && y.kind() == Kind.BOOL;
    boolean strings = x.kind() == Kind.STRING && y.kind() == Kind.STRING;
    String op = f[1];
    return switch (f[0]) {
      case "unary" ->
          switch (op) {
            case "!" -> bools;
            case "^" -> ints;
            default -> numbers;
          };
      case "binary" ->
          switch (op) {
            case "&&", "||" -> bools;
            case "+" -> numbers || strings;
            case "-", "*" -> numbers;
            case "/" -> numbers && Constants.sign(y) != 0;
            case "div", "%" -> ints && Constants.sign(y) != 0;
            default -> ints;
          };
      case "shift" -> ints;
      case "compare" ->
          switch (op) {
            case "==", "!=" -> numbers || strings || bools;
            default -> strings || numbers && x.kind() != Kind.COMPLEX && y.kind() != Kind.COMPLEX;
          };
      case "round64" -> numbers && x.kind() != Kind.COMPLEX;
      default -> numbers;
    };
  }

  private static boolean isNumber(Constant x) {
    return x.kind().compareTo(Kind.INT) >= 0;
  }

  private Constant eval(String line) {
    String[] f = line.split(" ");
    String lit = line.substring(line.indexOf(' ') + 1);
    return switch (f[0]) {
      case "int" -> Constants.intLiteral(lit);
      case "float" -> Constants.floatLiteral(lit);
      case "imag" -> Constants.imaginaryLiteral(lit);
      case "rune" -> Constants.runeLiteral(lit);
      case "string" -> Constants.stringLiteral(lit);
      case "unary" -> Constants.unaryOp(op(f[1]), at(f[2]), Integer.parseInt(f[3]));
      case "binary" -> Constants.binaryOp(at(f[2]), op(f[1]), at(f[3]));
      case "shift" -> Constants.shift(at(f[2]), op(f[1]), Integer.parseInt(f[3]));
      case "compare" -> Constant.of(Constants.compare(at(f[2]), op(f[1]), at(f[3])));
      case "toint" -> Constants.toInt(at(f[1]));
      case "tofloat" -> Constants.toFloat(at(f[1]));
      case "tocomplex" -> Constants.toComplex(at(f[1]));
      case "real" -> Constants.real(at(f[1]));
      case "imagof" -> Constants.imag(at(f[1]));
      case "round64" -> Constants.makeFloat64(Constants.float64Value(at(f[1])));
      default -> throw new IllegalArgumentException(line);
    };
  }

  private Constant at(String index) {
    return values.get(Integer.parseInt(index));
  }

  private static Op op(String text) {
    Op op = OPS.get(text);
    if (op == null) {
      throw new IllegalArgumentException(text);
    }
    return op;
  }

  private static String describe(Constant v) {
    StringBuilder sb = new StringBuilder();
    sb.append(v.kind().ordinal()).append(' ').append(v).append(' ').append(v.exactString());
    if (v.kind() == Kind.INT || v.kind() == Kind.FLOAT) {
      sb.append(' ')
          .append(Long.toHexString(Double.doubleToRawLongBits(Constants.float64Value(v))));
      sb.append(' ')
          .append(Integer.toHexString(Float.floatToRawIntBits(Constants.float32Value(v))));
      sb.append(' ').append(Constants.sign(v));
    }
    if (v.kind() == Kind.INT) {
      Long i = Constants.int64Value(v);
      Long u = Constants.uint64Value(v);
      sb.append(' ').append(Constants.bitLen(v));
      sb.append(' ').append(i != null ? i : 0);
      sb.append(' ').append(u != null ? Long.toUnsignedString(u) : "0");
    }
    return sb.toString();
  }

  private List<String> runOracle(Path dir) throws IOException, InterruptedException {
    Path program = dir.resolve("oracle.go");
    try (InputStream in = ConstantsTest.class.getResourceAsStream("oracle.go")) {
      assertTrue(in != null, "oracle.go");
      Files.write(program, in.readAllBytes());
    }
    Path input = Files.writeString(dir.resolve("in"), String.join("\n", script) + "\n");
    Path output = dir.resolve("out");
    Process p;
    try {
      p =
          new ProcessBuilder("go", "run", program.toString())
              .redirectInput(input.toFile())
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException noGo) {
      assumeTrue(false, "needs the go command");
      throw noGo;
    }
    assertEquals(0, p.waitFor(), "exit code of go run");
    return Files.readString(output, StandardCharsets.UTF_8).lines().toList();
  }
}
