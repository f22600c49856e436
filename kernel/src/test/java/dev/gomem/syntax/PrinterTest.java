package dev.gomem.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Printing: what is printed parses to the same tree and prints the same again, and is what gofmt
 * makes of it, for Go's own sources without their comments (the tree has none).
 */
class PrinterTest {
  private static List<Path> sources() {
    List<Path> files = new ArrayList<>();
    for (String folder :
        List.of("fmt", "strings", "sort", "strconv", "math", "go", "cmd/compile/internal/types2")) {
      files.addAll(Go.filesBelow(Go.root("src/" + folder)));
    }
    return files;
  }

  private static String shape(Node n) {
    StringBuilder b = new StringBuilder();
    Walk.preorder(
        n,
        x -> {
          boolean nothing = x instanceof Stmt.DeclStmt d && d.decls().isEmpty(); // var ()
          if (!nothing && !(x instanceof Stmt.EmptyStmt) && !(x instanceof Expr.ParenExpr)) {
            b.append(x.getClass().getSimpleName()).append(' ');
          }
          if (x instanceof Expr.Name name) {
            b.append(name.value()).append(' ');
          }
          return true;
        });
    return b.toString();
  }

  private static Node.File parse(String name, String text) {
    ParseResult<Node.File> r = Parser.parseFile(new Source(name, text));
    List<String> hard =
        r.diagnostics().stream().filter(d -> !d.soft()).map(d -> d.toString()).toList();
    assertEquals(
        List.of(),
        hard,
        () ->
            name
                + "\n"
                + text.lines()
                    .skip(Math.max(0, r.diagnostics().getFirst().pos().line() - 3))
                    .limit(5)
                    .toList());
    return r.tree();
  }

  @Test
  void printedTextMeansAndPrintsTheSame() throws IOException {
    int count = 0;
    List<Path> files = new ArrayList<>(sources());
    Path tests = Go.root("test");
    if (Files.isDirectory(tests)) {
      files.addAll(Go.filesBelow(tests));
    }
    for (Path f : files) {
      ParseResult<Node.File> r = Parser.parseFile(new Source(f.toString(), Files.readAllBytes(f)));
      if (!r.diagnostics().isEmpty()) {
        continue;
      }
      String once = Printer.print(r.tree());
      Node.File again = parse(f.toString(), once);
      assertEquals(shape(r.tree()), shape(again), f.toString());
      assertEquals(once, Printer.print(again), f.toString());
      count++;
    }
    System.out.println(count + " files print to a fixpoint");
    assertTrue(count > 500);
  }

  @Test
  void printsCellsAndWhatHasNoPlace() {
    Source source =
        new Source(
            "c", "import \"fmt\"\nx:=1+2*3\n\n\nfunc f(a,b int)int{return a}\nfmt.Println( x )");
    assertEquals(
        """
        import "fmt"
        x := 1 + 2*3

        func f(a, b int) int { return a }
        fmt.Println(x)
        """,
        Printer.print(Parser.parseCell(source).tree()));
    Expr.Name f = new Expr.Name(dev.gomem.source.Pos.NONE, "f");
    Stmt call =
        new Stmt.ExprStmt(
            f.pos(),
            new Expr.CallExpr(
                f.pos(),
                f,
                List.of(
                    new Expr.FuncLit(
                        f.pos(),
                        new Expr.FuncType(f.pos(), List.of(), List.of()),
                        new Stmt.BlockStmt(f.pos(), List.of(), f.pos()))),
                false));
    Decl.FuncDecl decl =
        new Decl.FuncDecl(
            f.pos(),
            List.of(),
            null,
            f,
            List.of(),
            new Expr.FuncType(f.pos(), List.of(), List.of()),
            new Stmt.BlockStmt(f.pos(), List.of(call, call, call, call, call, call), f.pos()));
    assertEquals("func f() {\n" + "\tf(func() {})\n".repeat(6) + "}", Printer.print(decl));
  }

  /** The text without comments; one over several lines leaves a newline. */
  static String bare(byte[] text) {
    Source source = new Source("x.go", text);
    StringBuilder b = new StringBuilder();
    Scanner scan = new Scanner(source, Scanner.SILENT);
    int last = 0;
    do {
      scan.next();
      String gap = source.text(last, scan.start);
      b.append(gap.replaceAll("(?s)//[^\n]*|/\\*.*?\\*/", ""));
      b.append(source.text(scan.start, scan.end));
      last = scan.end;
    } while (scan.token != Token.EOF);
    return b.toString();
  }

  @Test
  void formatsAsGofmt(@TempDir Path folder) throws IOException {
    List<Path> copies = new ArrayList<>();
    for (Path f : sources()) {
      if (Parser.parseFile(new Source("x.go", Files.readAllBytes(f))).diagnostics().isEmpty()) {
        Path copy = folder.resolve(copies.size() + ".go");
        Files.writeString(copy, bare(Files.readAllBytes(f)));
        copies.add(copy);
      }
    }
    Go.run(List.of("gofmt", "-w", "."), folder);
    int equal = 0;
    int lines = 0;
    int differ = 0;
    StringBuilder show = new StringBuilder();
    for (Path copy : copies) {
      String expected = Files.readString(copy, StandardCharsets.UTF_8);
      String actual = Printer.print(parse(copy.toString(), expected));
      List<String> a = expected.lines().toList();
      List<String> b = actual.lines().toList();
      lines += a.size();
      if (expected.equals(actual)) {
        equal++;
        continue;
      }
      int i = 0;
      while (i < a.size() && i < b.size() && a.get(i).equals(b.get(i))) {
        i++;
      }
      differ++;
      if (differ <= Integer.getInteger("gomem.show", 0)) {
        for (int j = Math.max(0, i - 2); j < i + 3; j++) {
          show.append("gofmt: ").append(j < a.size() ? a.get(j) : "").append('\n');
          show.append(" ours: ").append(j < b.size() ? b.get(j) : "").append('\n');
        }
        show.append('\n');
      }
    }
    System.out.println(show);
    System.out.println(
        equal + " of " + copies.size() + " files (" + lines + " lines) print as gofmt prints them");
    assertTrue(equal > copies.size() * 0.9, equal + " of " + copies.size());
  }
}
