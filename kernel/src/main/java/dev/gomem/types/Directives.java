package dev.gomem.types;

import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import dev.gomem.syntax.Decl;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.Pragmas;
import dev.gomem.syntax.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What gc says of {@code //go:} comments and of functions without body once a program has no other
 * mistake: directives before declarations that take none, links to names that are not there.
 * Source: cmd/compile/internal/noder's writer.go (collectDecls, funcExt) and noder.go (checkEmbed).
 */
final class Directives {
  private final Checker check;
  private boolean embed;
  private boolean unsafe;

  /** Names that a link directive names already. */
  private final Set<String> linked = new HashSet<>();

  Directives(Checker check) {
    this.check = check;
  }

  void files(List<Node.File> files) {
    for (Node.File f : files) {
      imports(f);
      if (f.pragmas().stream().anyMatch(p -> p.text().startsWith("//go:"))) {
        head(f);
        placed(f.decls());
      }
    }
    for (Node.File f : files) {
      bodies(f.decls());
    }
  }

  /** A cell's declarations at package level. */
  void cell(List<Decl> decls) {
    placed(decls);
    bodies(decls);
  }

  private void bodies(List<Decl> decls) {
    for (Decl d : decls) {
      if (d instanceof Decl.FuncDecl f) {
        body(f);
      }
    }
  }

  private void imports(Node.File f) {
    embed = false;
    unsafe = false;
    for (Decl d : f.decls()) {
      if (d instanceof Decl.ImportDecl i) {
        embed |= i.path().value().equals("\"embed\"");
        unsafe |= i.path().value().equals("\"unsafe\"");
      }
    }
  }

  private void head(Node.File f) {
    for (Node.Pragma p : f.pragmas()) {
      Source source = p.pos().source();
      if (!source.text(source.lineStart(p.pos().line()), p.pos().offset()).isBlank()) {
        continue; // the parser has said so
      }
      boolean before = p.pos().offset() < f.pos().offset();
      if (before && !p.verb().equals("//go:build") && Pragmas.isFlag(p)) {
        misplaced(p);
      } else if (before && p.verb().equals("//go:embed")) {
        error(p, "misplaced go:embed directive");
      } else if (p.verb().equals("//go:linkname")) {
        link(p);
      }
    }
  }

  private void placed(List<Decl> decls) {
    for (Decl d : decls) {
      declaration(d, true);
      Walk.children(d, below -> Walk.preorder(below, this::below));
    }
  }

  private boolean below(Node n) {
    if (n instanceof Decl d) {
      declaration(d, false);
    }
    return true;
  }

  private void declaration(Decl d, boolean packageLevel) {
    boolean function = d instanceof Decl.FuncDecl;
    for (Node.Pragma p : d.pragmas()) {
      if (Pragmas.isFlag(p) && (!function || p.verb().equals("//go:build"))) {
        misplaced(p);
      } else if (p.verb().equals("//go:embed")) {
        if (!(d instanceof Decl.VarDecl v)) {
          error(p, "misplaced go:embed directive");
        } else {
          embed(v, p, packageLevel);
        }
      }
    }
  }

  private void embed(Decl.VarDecl v, Node.Pragma p, boolean packageLevel) {
    String wrong =
        !embed
            ? "go:embed requires import \"embed\" (or import _ \"embed\", if package is not used)"
            : v.names().size() > 1
                ? "go:embed cannot apply to multiple vars"
                : v.values() != null
                    ? "go:embed cannot apply to var with initializer"
                    : v.type() == null
                        ? "go:embed cannot apply to var without type"
                        : packageLevel ? "" : "go:embed cannot apply to var inside func";
    if (!wrong.isEmpty()) {
      error(p, wrong);
    }
  }

  private void link(Node.Pragma p) {
    String[] words = p.text().trim().split("\\s+");
    if (words.length < 2 || words.length > 3) {
      return; // the parser has said so
    }
    String local = words[1];
    if (!unsafe) {
      error(p, "//go:linkname only allowed in Go files that import \"unsafe\"");
    } else if (words.length == 3 && words[2].contains("[") && words[2].contains("]")) {
      error(p, "//go:linkname reference of an instantiation is not allowed");
    } else {
      @Nullable Obj obj = check.pkgScope.lookup(local);
      if (!(obj instanceof Obj.Func || obj instanceof Obj.Var)) {
        error(p, "//go:linkname must refer to declared function or variable");
      } else if (!linked.add(local)) {
        error(p, "duplicate //go:linkname for " + local);
      }
    }
  }

  private void body(Decl.FuncDecl f) {
    Set<String> verbs = new HashSet<>();
    f.pragmas().forEach(p -> verbs.add(p.verb()));
    if (f.body() == null) {
      if (!(f.recv() == null && linked.contains(f.name().value()))) {
        check.error(f.pos(), Code.MISSING_BODY, "missing function body");
      }
    } else if (verbs.contains("//go:noescape")) {
      check.error(
          f.pos(),
          Code.MISPLACED_DIRECTIVE,
          "can only use //go:noescape with external func implementations");
    }
  }

  private void misplaced(Node.Pragma p) {
    error(p, "misplaced compiler directive");
  }

  private void error(Node.Pragma p, String message) {
    check.error(new Pos(p.pos().source(), p.pos().offset() + 2), Code.MISPLACED_DIRECTIVE, message);
  }
}
