package dev.gomem.session;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Source;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Outline;
import dev.gomem.syntax.ParseResult;
import dev.gomem.syntax.Parser;
import dev.gomem.syntax.Walk;
import dev.gomem.types.Alias;
import dev.gomem.types.Array;
import dev.gomem.types.Basic;
import dev.gomem.types.Chan;
import dev.gomem.types.Interface;
import dev.gomem.types.MapType;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import dev.gomem.types.Pointer;
import dev.gomem.types.Signature;
import dev.gomem.types.Slice;
import dev.gomem.types.Struct;
import dev.gomem.types.Tuple;
import dev.gomem.types.Type;
import dev.gomem.types.TypeParam;
import dev.gomem.types.Types;
import dev.gomem.types.Union;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an importer of a package need not read: bodies of functions that are not generic,
 * values of package variables whose types can be written down instead, and declarations that are
 * not exported and that nothing else which is read names. gc's export data leaves out the same.
 */
final class Outliner {
  private final Package pkg;
  private final List<Node.File> files = new ArrayList<>();
  private final Map<Decl, Outline.Span> spans = new IdentityHashMap<>();
  private final Map<Decl, String> types = new IdentityHashMap<>();

  private final Set<Decl> needed = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Names that stand in what is needed. */
  private final Set<String> used = new HashSet<>();

  /**
   * @param pkg as it has been checked
   */
  Outliner(Package pkg, List<Source> sources) {
    this.pkg = pkg;
    for (Source s : sources) {
      ParseResult<Node.File> r = Parser.parseFile(s, spans);
      List<Diagnostic> faults = r.diagnostics();
      if (!faults.isEmpty()) {
        throw new IllegalStateException("library package " + pkg.path() + ": " + faults);
      }
      files.add(r.tree());
    }
  }

  /** An outline for each file. */
  List<Outline> outlines() {
    for (Node.File f : files) {
      Map<String, String> imports = imports(f);
      for (Decl d : f.decls()) {
        if (d instanceof Decl.VarDecl v && v.values() != null) {
          String type = v.type() != null ? "" : type(v, imports);
          if (type != null) {
            types.put(v, type);
          }
        }
      }
    }
    List<Decl> all = files.stream().flatMap(f -> f.decls().stream()).toList();
    for (int before = -1; before != needed.size(); ) {
      before = needed.size();
      for (Decl d : all) {
        if (!needed.contains(d) && isNeeded(d)) {
          needed.add(d);
          names(d);
        }
      }
    }
    return files.stream().map(this::outline).toList();
  }

  private Outline outline(Node.File file) {
    Set<Integer> kept = new HashSet<>(); // beginnings of declarations and groups
    for (Decl d : file.decls()) {
      Outline.Span s = spans.get(d);
      if (s != null && needed.contains(d)) {
        kept.add(s.from());
      }
    }
    List<Outline.Gap> gaps = new ArrayList<>();
    Set<Integer> gone = new HashSet<>();
    for (Decl d : file.decls()) {
      Outline.Span s = spans.get(d);
      if (s == null) {
        continue;
      }
      String type = types.get(d);
      if (!kept.contains(s.from())) {
        if (gone.add(s.from())) {
          gaps.add(new Outline.Gap(Outline.Kind.DECLARATION, s.from(), s.to(), ""));
        }
      } else if (type != null) {
        gaps.add(new Outline.Gap(Outline.Kind.VALUES, s.start(), s.end(), type));
      } else if (d instanceof Decl.FuncDecl f && f.body() != null && !generic(f)) {
        gaps.add(new Outline.Gap(Outline.Kind.BODY, s.start(), s.end(), ""));
      }
    }
    return new Outline(gaps);
  }

  private static boolean generic(Decl.FuncDecl f) {
    Expr.Field recv = f.recv();
    return recv == null ? !f.tparams().isEmpty() : has(recv, n -> n instanceof Expr.IndexExpr);
  }

  private static boolean has(Node root, Predicate<Node> what) {
    boolean[] found = {false};
    Walk.preorder(
        root,
        n -> {
          found[0] |= what.test(n);
          return !found[0];
        });
    return found[0];
  }

  private boolean isNeeded(Decl d) {
    return switch (d) {
      // Their imports and their iota.
      case Decl.ImportDecl _, Decl.ConstDecl _ -> true;
      case Decl.TypeDecl t -> isNeeded(t.name());
      case Decl.VarDecl v -> v.names().stream().anyMatch(this::isNeeded);
      case Decl.FuncDecl f -> {
        Expr.Field recv = f.recv();
        yield recv == null
            ? isNeeded(f.name())
            : has(recv.type(), n -> n instanceof Expr.Name name && isNeeded(name));
      }
    };
  }

  private boolean isNeeded(Expr.Name n) {
    return Character.isUpperCase(n.value().codePointAt(0)) || used.contains(n.value());
  }

  /** Enters the names that stand in what is left of a needed declaration. */
  private void names(Decl d) {
    Expr.@Nullable Name own =
        switch (d) {
          case Decl.FuncDecl f -> f.name();
          case Decl.TypeDecl t -> t.name();
          case Decl.VarDecl _, Decl.ConstDecl _, Decl.ImportDecl _ -> null;
        };
    Node passed =
        switch (d) {
          case Decl.FuncDecl f -> generic(f) ? null : f.body();
          case Decl.VarDecl v -> types.containsKey(v) ? v.values() : null;
          case Decl.TypeDecl _, Decl.ConstDecl _, Decl.ImportDecl _ -> null;
        };
    Walk.preorder(
        d,
        n -> {
          if (n instanceof Expr.Name name && name != own) {
            used.add(name.value());
          }
          return n != passed;
        });
    String type = types.get(d);
    if (type != null) {
      used.addAll(List.of(type.split("[^\\p{L}\\p{N}_]+")));
    }
  }

  // types of variables

  /** Local names of imported packages by path. */
  private Map<String, String> imports(Node.File file) {
    Map<String, String> names = new HashMap<>();
    for (Decl d : file.decls()) {
      if (d instanceof Decl.ImportDecl i) {
        String quoted = i.path().value();
        String path = quoted.substring(1, quoted.length() - 1);
        Expr.Name local = i.localName();
        for (Package p : pkg.imports()) {
          if (p.path().equals(path)) {
            names.put(path, local == null ? p.name() : local.value());
          }
        }
      }
    }
    return names;
  }

  /** The type of all of a declaration's variables as its file can write it, or null. */
  private @Nullable String type(Decl.VarDecl v, Map<String, String> imports) {
    String type = null;
    for (Expr.Name n : v.names()) {
      Obj o = n.value().equals("_") ? null : pkg.scope().lookup(n.value());
      String t = o == null ? null : text(o.type(), imports);
      if (t == null || type != null && !type.equals(t)) {
        return null;
      }
      type = t;
    }
    return type;
  }

  private @Nullable String text(Type t, Map<String, String> imports) {
    return switch (t) {
      case Basic b -> plain(b.name()) ? b.name() : null;
      case Alias a -> text(Types.unalias(a), imports);
      case Named n -> named(n, imports);
      case Pointer p -> after("*", text(p.elem(), imports));
      case Slice s -> after("[]", text(s.elem(), imports));
      case Array a -> after("[" + a.len() + "]", text(a.elem(), imports));
      case MapType m -> {
        String key = text(m.key(), imports);
        yield key == null ? null : after("map[" + key + "]", text(m.elem(), imports));
      }
      // Rare enough: their values are read.
      case Chan _, Signature _, Struct _, Interface _, Tuple _, TypeParam _, Union _ -> null;
    };
  }

  private static @Nullable String after(String before, @Nullable String text) {
    return text == null ? null : before + text;
  }

  private boolean plain(String name) {
    return !name.contains(" ") && !name.contains(".") && pkg.scope().lookup(name) == null;
  }

  private @Nullable String named(Named n, Map<String, String> imports) {
    Obj.TypeName o = n.obj();
    Package p = o.pkg();
    if (!n.typeArgs().isEmpty() || !n.typeParams().isEmpty()) {
      return null;
    }
    if (p == null) {
      return plain(o.name()) ? o.name() : null;
    }
    if (p.scope().lookup(o.name()) != o) {
      return null; // declared in a function
    }
    if (p == pkg) {
      return o.name();
    }
    String local = imports.get(p.path());
    return local == null || !o.exported() || local.equals(".") || local.equals("_")
        ? null
        : local + "." + o.name();
  }
}
