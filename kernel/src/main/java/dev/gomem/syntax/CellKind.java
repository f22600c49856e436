package dev.gomem.syntax;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import dev.gomem.source.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cell is, with its tree. A program cell has a package clause, or declares {@code func
 * main()} and has no statement at top level: it is a Go file that runs alone. Everything else is a
 * lesson cell. {@code func main()} beside statements is neither, and reported as an error of a
 * lesson cell.
 */
public sealed interface CellKind {
  /** The parse, whichever it was. */
  ParseResult<?> result();

  /**
   * A program of its own; without a package clause the tree stands as if {@code package main} came
   * first.
   */
  record Program(ParseResult<Node.File> result) implements CellKind {}

  /** Lines of the session's {@code main} and declarations of its package. */
  record Lesson(ParseResult<Node.Cell> result) implements CellKind {}

  /** Parses a cell as what it is. */
  static CellKind of(Source source) {
    if (Parser.opensWithPackage(source)) {
      return new Program(Parser.parseFile(source));
    }
    ParseResult<Node.Cell> result = Parser.parseCell(source);
    List<Decl> decls = new ArrayList<>();
    @Nullable Stmt statement = null;
    @Nullable Pos main = null;
    for (Stmt item : result.tree().items()) {
      if (!(item instanceof Stmt.DeclStmt d)) {
        statement = statement == null ? item : statement;
        continue;
      }
      decls.addAll(d.decls());
      for (Decl decl : d.decls()) {
        if (main == null && decl instanceof Decl.FuncDecl f && isMain(f)) {
          main = f.name().pos();
        }
      }
    }
    if (main == null) {
      return new Lesson(result);
    }
    if (statement == null) {
      return new Program(asFile(result, decls));
    }
    return new Lesson(mixed(result, main, statement));
  }

  private static boolean isMain(Decl.FuncDecl f) {
    return f.recv() == null && f.name().value().equals("main");
  }

  private static ParseResult<Node.File> asFile(ParseResult<Node.Cell> result, List<Decl> decls) {
    Node.Cell cell = result.tree();
    Expr.Name name = new Expr.Name(cell.pos(), "main");
    Node.File file =
        new Node.File(cell.pos(), cell.pragmas(), name, List.copyOf(decls), cell.eof());
    ParseResult<Node.File> program = result.with(file);
    for (int i = 1; i < decls.size(); i++) {
      if (decls.get(i) instanceof Decl.ImportDecl late
          && !(decls.get(i - 1) instanceof Decl.ImportDecl)) {
        program =
            with(
                program, late.pos(), "syntax error: imports must appear before other declarations");
      }
    }
    return program;
  }

  private static ParseResult<Node.Cell> mixed(
      ParseResult<Node.Cell> result, Pos main, Stmt statement) {
    return with(
        result,
        main,
        "func main together with statements at top level (line "
            + Positions.start(statement).line()
            + "): a program cell has its statements in main, a lesson cell has no main");
  }

  private static <T extends Node> ParseResult<T> with(ParseResult<T> r, Pos pos, String message) {
    List<Diagnostic> all = new ArrayList<>(r.diagnostics());
    all.add(Diagnostic.of(pos, "Syntax", message, Stage.SYNTAX));
    all.sort(Comparator.comparingInt(d -> d.pos().offset()));
    ParseResult.Completeness completeness =
        r.completeness() == ParseResult.Completeness.COMPLETE
            ? ParseResult.Completeness.INVALID
            : r.completeness();
    return new ParseResult<>(r.tree(), List.copyOf(all), false, completeness, r.indent());
  }
}
