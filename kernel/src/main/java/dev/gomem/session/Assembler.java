package dev.gomem.session;

import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import dev.gomem.source.Words;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Printer;
import dev.gomem.syntax.Stmt;
import dev.gomem.syntax.Walk;
import dev.gomem.types.CellScope;
import dev.gomem.types.Info;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Pointer;
import dev.gomem.types.Predicates;
import dev.gomem.types.Type;
import dev.gomem.types.Types;
import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The Go file that a session's lesson cells are equal to: declarations at package level, each
 * cell's statements a block of {@code main} inside the block of the cell before. A superseded
 * declaration is renamed {@code f_In3}, and with it every name bound to it; unused locals get
 * {@code _ = x}; what has no such form stands as a comment with its reason.
 */
final class Assembler {
  private final Words words;
  private final List<CellRecord> cells;
  private final Map<Obj, String> renamed = new IdentityHashMap<>();
  private final Map<String, String> importedAs = new HashMap<>();
  private final StringBuilder decls = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private final Set<String> imports = new TreeSet<>();
  private boolean complete = true;
  private boolean statementsSoFar;

  /**
   * @param text the file
   * @param complete nothing was left out
   */
  record File(String text, boolean complete) {}

  private Assembler(Words words, List<CellRecord> cells) {
    this.words = words;
    this.cells = cells;
  }

  static File assemble(Words words, List<CellRecord> cells) {
    return new Assembler(words, cells).file();
  }

  private File file() {
    rename();
    int depth = 0;
    for (CellRecord c : cells) {
      imports(c);
      declarations(c);
      if (!c.result().statements().isEmpty() || !initialisers(c).isEmpty()) {
        block(c, ++depth);
      }
    }
    for (int i = depth; i > 0; i--) {
      body.append("\t".repeat(i)).append("}\n");
    }
    StringBuilder out = new StringBuilder("package main\n");
    if (!imports.isEmpty()) {
      out.append("\nimport (\n");
      imports.forEach(i -> out.append('\t').append(i).append('\n'));
      out.append(")\n");
    }
    out.append(decls);
    out.append("\nfunc main() {\n").append(body).append("}\n");
    return new File(out.toString(), complete);
  }

  // names

  private void rename() {
    CellScope last =
        cells.isEmpty() ? CellScope.empty() : cells.get(cells.size() - 1).result().after();
    Set<String> taken = new TreeSet<>();
    Set<String> locals = new TreeSet<>();
    for (CellRecord c : cells) {
      c.result().packageObjects().forEach(o -> taken.add(o.name()));
      c.result().locals().forEach(o -> locals.add(o.name()));
    }
    taken.addAll(locals);
    Map<String, Obj> now = new HashMap<>();
    Map<Obj, Obj> first = new IdentityHashMap<>();
    for (CellRecord c : cells) {
      for (Obj o : c.result().packageObjects()) {
        Obj old = now.put(o.name(), o);
        first.put(o, old != null && sameVariable(old, o) ? first.getOrDefault(old, old) : o);
      }
    }
    for (CellRecord c : cells) {
      int inits = 0;
      for (Obj o : c.result().packageObjects()) {
        if (o.name().equals("_")) {
          continue;
        }
        if (o instanceof Obj.Func f && f.signature().recv() != null) {
          continue;
        }
        if (o instanceof Obj.Func && o.name().equals("init")) {
          renamed.put(o, free("init_In" + c.count() + (inits++ == 0 ? "" : "_" + inits), taken));
          continue;
        }
        Obj newest = last.packageLevel().get(o.name());
        Obj variable = first.getOrDefault(o, o);
        boolean superseded = newest == null || first.getOrDefault(newest, newest) != variable;
        // Cells before it had the predeclared meaning.
        superseded |= Universe.SCOPE.lookup(o.name()) != null;
        // A local of main with the name would hide it from the blocks inside.
        if (superseded || locals.contains(o.name())) {
          String shared = renamed.get(variable);
          String own = shared != null ? shared : free(o.name() + "_In" + c.count(), taken);
          renamed.put(o, own);
        }
      }
    }
  }

  /** A package variable declared again with its type: one variable, initialised again. */
  private static boolean sameVariable(Obj a, @Nullable Obj b) {
    return a instanceof Obj.Var && b instanceof Obj.Var && Predicates.identical(a.type(), b.type());
  }

  private static String free(String name, Set<String> taken) {
    String n = name;
    while (!taken.add(n)) {
      n += "_";
    }
    return n;
  }

  private String name(Obj o) {
    return renamed.getOrDefault(o, o.name());
  }

  /** A name that stood for another package before is renamed as declarations are. */
  private void imports(CellRecord c) {
    for (Obj.PkgName p : c.result().imports()) {
      String path = p.imported().path();
      String taken = importedAs.putIfAbsent(name(p), path);
      if (taken != null && !taken.equals(path)) {
        renamed.put(p, p.name() + "_In" + c.count());
        importedAs.put(name(p), path);
      }
      if (p.used()) {
        String local = name(p).equals(p.imported().name()) ? "" : name(p) + " ";
        imports.add(local + "\"" + path + "\"");
      }
    }
  }

  // declarations

  private void declarations(CellRecord c) {
    for (Decl d : c.result().packageDecls()) {
      if (d instanceof Decl.FuncDecl f && f.recv() != null && !declaredHere(c, f)) {
        // Lines of earlier cells ran without the method; in a file it would be there from the
        // start.
        complete = false;
        decls.append("\n// ").append(words.say("left.method", c.count())).append('\n');
      }
    }
    carried(c);
    Set<Decl> level = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    level.addAll(c.result().packageDecls());
    for (Stmt item : c.tree().items()) {
      if (!(item instanceof Stmt.DeclStmt d)) {
        continue;
      }
      List<Decl> mine =
          d.decls().stream()
              .filter(level::contains)
              .filter(x -> !(x instanceof Decl.ImportDecl))
              .toList();
      if (mine.isEmpty()) {
        continue;
      }
      if (mine.size() == d.decls().size() && mine.stream().noneMatch(x -> later(c, x))) {
        decls.append('\n').append(item(c, item)).append('\n');
        continue;
      }
      for (Decl decl : mine) {
        if (decl instanceof Decl.VarDecl v && later(c, v)) {
          declareOnly(c, v);
        } else {
          decls
              .append('\n')
              .append(d.decls().size() == 1 ? item(c, item) : Printer.print(decl))
              .append('\n');
        }
      }
    }
  }

  /** What was compiled again with a cell, as text of the cell it was first written in. */
  private void carried(CellRecord c) {
    Set<Stmt> constants = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    for (Versions.Carried again : c.carried()) {
      Decl d = again.decl();
      if (d instanceof Decl.FuncDecl f && f.recv() != null && !declaredHere(c, f)) {
        continue; // said so above
      }
      Pos from = start(again.tree(), again.item());
      Pos to = end(again.tree(), again.item());
      List<Node> roots = new ArrayList<>();
      String keyword = "";
      String closing = "";
      if (d instanceof Decl.ConstDecl) {
        if (!constants.add(again.item())) {
          continue;
        }
        for (Versions.Carried other : c.carried()) {
          if (other.item() == again.item()) {
            roots.add(other.decl());
          }
        }
      } else {
        roots.add(d);
        List<Decl> group = again.item().decls();
        int i = group.size();
        while (group.get(--i) != d) {}
        if (d.group() != null) {
          keyword = "type ";
          closing = i + 1 < group.size() ? "" : ")";
          from = d.pos();
          to = i + 1 < group.size() ? group.get(i + 1).pos() : to;
        }
      }
      String text = trimmed(slice(c, from, to, roots));
      if (!closing.isEmpty() && text.endsWith(closing)) {
        text = trimmed(text.substring(0, text.length() - 1));
      }
      decls.append('\n').append(keyword).append(text).append('\n');
    }
  }

  private static boolean declaredHere(CellRecord c, Decl.FuncDecl f) {
    Obj.Func fn = c.result().info().func(f);
    Obj.Var recv = fn == null ? null : fn.signature().recv();
    if (recv == null) {
      return true;
    }
    Type t = Types.unalias(recv.type());
    Type base = t instanceof Pointer p ? Types.unalias(p.elem()) : t;
    return base instanceof Named n && c.result().packageObjects().contains(n.obj());
  }

  /** True for a package variable that is initialised at its cell's place, not before main. */
  private boolean later(CellRecord c, Decl d) {
    if (!(d instanceof Decl.VarDecl v)) {
      return false;
    }
    boolean again = false;
    for (Expr.Name n : v.names()) {
      Obj o = c.result().info().def(n);
      again |= o != null && declaredBefore(c, o);
    }
    return again || statementsSoFar && v.values() != null;
  }

  private boolean declaredBefore(CellRecord c, Obj o) {
    for (CellRecord earlier : cells) {
      if (earlier == c) {
        return false;
      }
      for (Obj old : earlier.result().packageObjects()) {
        if (old.name().equals(o.name()) && sameVariable(old, o) && name(old).equals(name(o))) {
          return true;
        }
      }
    }
    return false;
  }

  private void declareOnly(CellRecord c, Decl.VarDecl v) {
    for (Expr.Name n : v.names()) {
      Obj o = c.result().info().def(n);
      if (o != null && !o.name().equals("_") && !declaredBefore(c, o)) {
        decls.append("\nvar ").append(name(o)).append(' ').append(typeText(o)).append('\n');
      }
    }
  }

  private String typeText(Obj o) {
    String t = dev.gomem.types.TypeString.of(o.type(), p -> p == o.pkg() ? "" : p.name());
    Map<String, String> names = new HashMap<>();
    renamed.forEach((obj, name) -> {
      if (obj instanceof Obj.TypeName) {
        names.put(obj.name(), name);
      }
    });
    for (Map.Entry<String, String> e : names.entrySet()) {
      t = t.replaceAll("(?<![\\w.])" + e.getKey() + "(?!\\w)", e.getValue());
    }
    return t;
  }

  /**
   * Assignments that stand in main for a cell's package variables, in order of initialisation; then
   * init calls.
   */
  private List<String> initialisers(CellRecord c) {
    List<String> out = new ArrayList<>();
    Set<Obj> done = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    for (Info.Initializer i : c.result().info().initOrder()) {
      if (laterVars(c).contains(i.lhs().get(0).name())) {
        List<String> lhs = new ArrayList<>();
        i.lhs()
            .forEach(v -> {
              lhs.add(v.name().equals("_") ? "_" : name(v));
              done.add(v);
            });
        out.add(String.join(", ", lhs) + " = " + value(c, i));
      }
    }
    for (Obj o : c.result().packageObjects()) {
      if (o instanceof Obj.Var && !done.contains(o) && declaredBefore(c, o) && !hasValue(c, o)) {
        out.add(name(o) + " = *new(" + typeText(o) + ")");
      }
      if (o instanceof Obj.Func && o.name().equals("init")) {
        out.add(name(o) + "()");
      }
    }
    return out;
  }

  /** The text of a package variable's value: what stands behind the sign of its declaration. */
  private String value(CellRecord c, Info.Initializer i) {
    for (Stmt item : c.tree().items()) {
      if (item instanceof Stmt.DeclStmt d
          && d.decls().size() == 1
          && d.decls().get(0) instanceof Decl.VarDecl v
          && v.values() == i.rhs()) {
        String text = item(c, item);
        return text.substring(text.indexOf('=') + 1).strip();
      }
    }
    return Printer.print(i.rhs());
  }

  private static boolean hasValue(CellRecord c, Obj o) {
    return c.result().info().initOrder().stream()
        .anyMatch(i -> i.lhs().stream().anyMatch(v -> v == o));
  }

  private Set<String> laterVars(CellRecord c) {
    Set<String> names = new TreeSet<>();
    for (Decl d : c.result().packageDecls()) {
      if (d instanceof Decl.VarDecl v && later(c, v)) {
        v.names().forEach(n -> names.add(n.value()));
      }
    }
    return names;
  }

  // statements

  private void block(CellRecord c, int depth) {
    String tab = "\t".repeat(depth);
    body.append(tab).append("{ // In [").append(c.count()).append("]\n");
    String left = c.left();
    if (left != null) {
      complete = false;
      body.append(tab).append("\t// ").append(words.say(left).replace("\n", " ")).append('\n');
      for (String line : c.source().text().strip().split("\n")) {
        body.append(tab).append("\t// ").append(line).append('\n');
      }
      return;
    }
    for (String i : initialisers(c)) {
      body.append(tab).append('\t').append(i).append('\n');
    }
    List<Stmt> statements = c.result().statements();
    for (int i = 0; i < statements.size(); i++) {
      Stmt s = statements.get(i);
      String text = statement(c, s);
      Expr result = i == statements.size() - 1 ? c.result().result() : null;
      if (result != null && !isCall(c, result)) {
        text = "_ = " + text;
      }
      body.append(indent(text, tab + "\t")).append('\n');
    }
    for (Obj.Var v : c.result().locals()) {
      if (!v.used() && !v.name().equals("_")) {
        body.append(tab).append("\t_ = ").append(v.name()).append('\n');
      }
    }
    statementsSoFar |= !statements.isEmpty();
  }

  /**
   * A call of a function may stand as a statement; a conversion or a predeclared function's value
   * may not.
   */
  private static boolean isCall(CellRecord c, Expr e) {
    Expr x = e instanceof Expr.ParenExpr p ? p.x() : e;
    if (!(x instanceof Expr.CallExpr call)) {
      return x instanceof Expr.Operation o
          && o.op() == dev.gomem.syntax.Operator.RECV
          && o.y() == null;
    }
    Info.TypeAndValue fun = c.result().info().typeAndValue(call.fun());
    return fun != null && fun.isValue();
  }

  private String statement(CellRecord c, Stmt s) {
    return item(c, s);
  }

  /** An item's text with what follows it up to the next one: comments stay. */
  private String item(CellRecord c, Stmt s) {
    return trimmed(slice(c, start(c.tree(), s), end(c.tree(), s), List.of(s)));
  }

  private static Pos start(Node.Cell tree, Stmt item) {
    return tree.starts().get(index(tree, item));
  }

  private static Pos end(Node.Cell tree, Stmt item) {
    int next = index(tree, item) + 1;
    return next < tree.items().size() ? tree.starts().get(next) : tree.eof();
  }

  private static int index(Node.Cell tree, Stmt item) {
    for (int i = 0; i < tree.items().size(); i++) {
      if (tree.items().get(i) == item) {
        return i;
      }
    }
    throw new IllegalArgumentException("not an item of its cell");
  }

  private static String trimmed(String text) {
    String t = text.strip();
    while (t.endsWith(";")) {
      t = t.substring(0, t.length() - 1).stripTrailing();
    }
    return t;
  }

  /** Raw strings keep their lines as they are: only lines outside them are indented. */
  private static String indent(String text, String tab) {
    StringBuilder out = new StringBuilder(tab);
    boolean raw = false;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char ch = text.charAt(i);
      out.append(ch);
      if (ch == '`' && !quoted) {
        raw = !raw;
      } else if (ch == '"' && !raw && (i == 0 || text.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      } else if (ch == '\n') {
        quoted = false;
        if (!raw) {
          out.append(tab);
        }
      }
    }
    return out.toString();
  }

  /**
   * Source text between two places, names replaced where what they are bound to was renamed, or
   * where the tree leaves them blank.
   */
  private String slice(CellRecord c, Pos from, Pos to, List<? extends Node> roots) {
    Source s = from.source();
    Info info = c.result().info();
    List<Expr.Name> names = new ArrayList<>();
    for (Node root : roots) {
      Walk.preorder(
          root,
          n -> {
            if (n instanceof Expr.Name name
                && name.pos().source() == s
                && (isRenamed(info, name) || blank(name))) {
              names.add(name);
            }
            if (n instanceof Expr.StructType t) {
              embedded(c, info, t);
            }
            return true;
          });
    }
    names.sort((a, b) -> Integer.compare(a.pos().offset(), b.pos().offset()));
    StringBuilder out = new StringBuilder();
    int at = from.offset();
    for (Expr.Name n : names) {
      if (n.pos().offset() < at || n.pos().offset() >= to.offset()) {
        continue;
      }
      out.append(s.text(at, n.pos().offset()));
      Obj o = info.objectOf(n);
      out.append(o == null || blank(n) ? n.value() : name(o));
      at = n.pos().offset() + (blank(n) ? written(n) : utf8(n.value()));
    }
    return out.append(s.text(at, to.offset())).toString();
  }

  private boolean isRenamed(Info info, Expr.Name n) {
    Obj o = info.objectOf(n);
    return o != null && renamed.containsKey(o);
  }

  private static int utf8(String name) {
    return name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }

  /** A name of a constant that stands in the text, but not for a constant of this version. */
  private static boolean blank(Expr.Name n) {
    boolean underscore = n.pos().source().at(n.pos().offset()) == '_';
    return n.value().equals("_") && !(underscore && written(n) == 1);
  }

  /** Bytes of the identifier in the text. */
  private static int written(Expr.Name n) {
    Source s = n.pos().source();
    int from = n.pos().offset();
    int to = from;
    while (to < s.length() && (s.at(to) >= 0x80 || isWordByte(s.at(to)))) {
      to++;
    }
    return to - from;
  }

  private static boolean isWordByte(int b) {
    return b == '_' || b < 0x80 && Character.isLetterOrDigit(b);
  }

  /** An embedded field is called as its type: renamed, it would be another field. */
  private void embedded(CellRecord c, Info info, Expr.StructType t) {
    for (Expr.Field f : t.fields()) {
      if (f.name() == null) {
        Walk.preorder(
            f.type(),
            n -> {
              if (n instanceof Expr.Name name && isRenamed(info, name)) {
                complete = false;
                String why = words.say("left.embedded", c.count(), name.value());
                decls.append("\n// ").append(why).append('\n');
              }
              return true;
            });
      }
    }
  }
}
