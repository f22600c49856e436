package dev.gomem.ir;

import dev.gomem.source.Pos;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ordered form as text, for {@code %dump ir} and golden files: one statement a line,
 * temporaries numbered.
 */
public final class IrPrinter {
  private final Map<Var, String> names = new IdentityHashMap<>();
  private final Map<IrStmt.Label, String> labels = new IdentityHashMap<>();
  private final StringBuilder out = new StringBuilder();

  private IrPrinter() {}

  public static String print(IrUnit unit) {
    StringBuilder b = new StringBuilder();
    for (IrUnit.Global g : unit.globals()) {
      b.append("var ").append(g.symbol()).append(' ').append(g.type()).append('\n');
    }
    for (IrFunc f : unit.functions()) {
      b.append(b.isEmpty() ? "" : "\n").append(print(f));
    }
    for (IrUnit.MethodSet s : unit.methodSets()) {
      b.append("\nmethods ").append(s.type()).append('\n');
      for (IrUnit.Method m : s.methods()) {
        b.append("  ").append(m.name()).append(" = ").append(m.symbol()).append('\n');
      }
    }
    return b.toString();
  }

  public static String print(IrFunc f) {
    IrPrinter p = new IrPrinter();
    p.function(f);
    return p.out.toString();
  }

  private void function(IrFunc f) {
    int temps = 0;
    List<Var> all = new ArrayList<>(f.params());
    all.addAll(f.results());
    all.addAll(f.locals());
    for (Var v : all) {
      String n =
          v.kind() == Var.Kind.TEMP
              ? "t" + temps++
              : v.name().isEmpty() ? "~" + names.size() : v.name();
      while (names.containsValue(n)) {
        n += "'";
      }
      names.put(v, n);
    }
    for (IrStmt s : f.body()) {
      if (s instanceof IrStmt.LabelDef l) {
        labels.put(l.label(), l.label() + "_" + labels.size());
      }
    }
    out.append(f.kind().name().toLowerCase(java.util.Locale.ROOT))
        .append(" func ")
        .append(f.symbol());
    out.append('(').append(vars(f.params())).append(")");
    out.append(f.results().isEmpty() ? "" : " (" + vars(f.results()) + ")");
    out.append(f.closure() ? " closure" : "");
    if (f.javaBody() != null) {
      out.append(" java ").append(f.javaBody());
    }
    out.append('\n');
    for (Var v : f.locals()) {
      out.append("  ").append(var(v)).append('\n');
    }
    for (IrStmt s : f.body()) {
      line(s);
    }
  }

  private String vars(List<Var> list) {
    List<String> s = new ArrayList<>();
    list.forEach(v -> s.add(var(v)));
    return String.join(", ", s);
  }

  private String var(Var v) {
    String flags = (v.boxed() ? " boxed" : "") + (v.addressed() ? " addressed" : "");
    boolean local = v.kind() == Var.Kind.LOCAL || v.kind() == Var.Kind.CAPTURE;
    return (local ? v.kind().name().toLowerCase(java.util.Locale.ROOT) + " " : "")
        + name(v)
        + " "
        + v.type()
        + flags;
  }

  private String name(@Nullable Var v) {
    return v == null ? "_" : names.getOrDefault(v, "?" + v);
  }

  private void line(IrStmt s) {
    String text =
        switch (s) {
          case IrStmt.Mark m -> "mark " + at(m.pos());
          case IrStmt.VarStart v -> "start " + name(v.v());
          case IrStmt.VarEnd v -> "end " + name(v.v());
          case IrStmt.Assign a -> expr(a.place()) + " = " + expr(a.value());
          case IrStmt.New n -> name(n.dst()) + " = new " + n.type();
          case IrStmt.Call c ->
              results(c.results()) + "call " + target(c.target()) + list(c.args());
          case IrStmt.Runtime r ->
              results(r.results())
                  + r.fn()
                  + list(r.args())
                  + (r.aux() == null ? "" : " of " + r.aux());
          case IrStmt.LabelDef l -> labels.get(l.label()) + ":";
          case IrStmt.Jump j -> "jump " + labels.get(j.target());
          case IrStmt.Branch b ->
              "if " + expr(b.cond()) + " " + labels.get(b.yes()) + " else " + labels.get(b.no());
          case IrStmt.Return r -> "return";
          case IrStmt.Defer d -> "defer " + expr(d.fn()) + (d.onHeap() ? " on heap" : "");
          case IrStmt.RunDefers r -> "rundefers";
          case IrStmt.Go g -> "go " + expr(g.fn());
          case IrStmt.Unreachable u -> "unreachable";
        };
    out.append(s instanceof IrStmt.LabelDef ? " " : "    ").append(text).append('\n');
  }

  private static String at(Pos p) {
    return p.line() + ":" + p.column();
  }

  private String results(List<@Nullable Var> vars) {
    List<String> s = new ArrayList<>();
    vars.forEach(v -> s.add(name(v)));
    return s.isEmpty() ? "" : String.join(", ", s) + " = ";
  }

  private String target(IrStmt.Target t) {
    return switch (t) {
      case IrStmt.Target.Static s -> s.symbol();
      case IrStmt.Target.Closure c -> "*" + expr(c.fn());
      case IrStmt.Target.Method m -> expr(m.itab()) + "#" + m.index();
    };
  }

  private String list(List<IrExpr> args) {
    List<String> s = new ArrayList<>();
    args.forEach(a -> s.add(expr(a)));
    return "(" + String.join(", ", s) + ")";
  }

  private String expr(@Nullable IrExpr e) {
    return switch (e) {
      case null -> "";
      case IrExpr.Const c -> constant(c);
      case IrExpr.StringConst c -> quote(c.bytes());
      case IrExpr.Zero z -> "zero";
      case IrExpr.VarRef v -> name(v.v());
      case IrExpr.GlobalRef g -> g.symbol();
      case IrExpr.FuncValue f -> "func " + f.symbol();
      case IrExpr.CodeAddr a -> "code " + a.symbol();
      case IrExpr.ReadOnly r ->
          "readonly "
              + r.of()
              + " "
              + (r.of().kind() == dev.gomem.layout.RType.Kind.STRING
                  ? quote(r.bytes())
                  : java.util.HexFormat.of().formatHex(r.bytes()));
      case IrExpr.TypeWord w -> "type " + w.of();
      case IrExpr.ItabWord w -> "itab " + w.iface() + " " + w.concrete();
      case IrExpr.Context c -> "context";
      case IrExpr.Deref d -> "*(" + expr(d.ptr()) + (d.offset() == 0 ? "" : "+" + d.offset()) + ")";
      case IrExpr.Field f -> expr(f.x()) + "." + f.offset();
      case IrExpr.Index i -> expr(i.x()) + "[" + expr(i.index()) + "]";
      case IrExpr.PtrIndex i -> "(*" + expr(i.ptr()) + ")[" + expr(i.index()) + "]";
      case IrExpr.AddrOf a -> "&" + expr(a.place());
      case IrExpr.Unary u -> u.op() + "(" + expr(u.x()) + ")";
      case IrExpr.Binary b -> "(" + expr(b.x()) + " " + b.op() + " " + expr(b.y()) + ")";
      case IrExpr.Convert c -> c.type() + "(" + expr(c.x()) + ")";
      case IrExpr.Word w -> expr(w.x()) + "'" + w.index();
      case IrExpr.Compose c -> "{" + list(c.words()).substring(1).replaceAll("\\)$", "") + "}";
      case IrExpr.SliceOf s ->
          expr(s.x())
              + "["
              + expr(s.lo())
              + ":"
              + expr(s.hi())
              + (s.max() == null ? "" : ":" + expr(s.max()))
              + "]";
      case IrExpr.Intrinsic i -> i.name() + "(" + expr(i.x()) + ")";
    };
  }

  private static String constant(IrExpr.Const c) {
    return switch (c.type().kind()) {
      case FLOAT64 -> Double.toString(Double.longBitsToDouble(c.bits()));
      case FLOAT32 -> Float.toString(Float.intBitsToFloat((int) c.bits())) + "f";
      case BOOL -> c.bits() != 0 ? "true" : "false";
      case POINTER, MAP, CHAN, FUNC, UNSAFE_POINTER ->
          c.bits() == 0 ? "nil" : Long.toHexString(c.bits());
      default -> Long.toString(c.bits());
    };
  }

  private static String quote(byte[] bytes) {
    return '"'
        + new String(bytes, StandardCharsets.UTF_8)
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
        + '"';
  }
}
