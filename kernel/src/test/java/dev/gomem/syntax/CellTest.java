package dev.gomem.syntax;

import static dev.gomem.syntax.ParseResult.Completeness.COMPLETE;
import static dev.gomem.syntax.ParseResult.Completeness.INCOMPLETE;
import static dev.gomem.syntax.ParseResult.Completeness.INVALID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.gomem.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lesson cells and program cells: what they are, what they hold, whether they are whole. */
class CellTest {
  private static ParseResult<Node.Cell> cell(String text) {
    return Parser.parseCell(new Source("In [1]", text));
  }

  private static List<String> kinds(String text) {
    ParseResult<Node.Cell> r = cell(text);
    assertEquals(List.of(), r.diagnostics(), text);
    return r.tree().items().stream()
        .map(s ->
            s instanceof Stmt.DeclStmt d
                ? d.decls().getFirst().getClass().getSimpleName()
                : s.getClass().getSimpleName())
        .toList();
  }

  private static String errors(String text) {
    return String.join(
        "\n",
        CellKind.of(new Source("In [1]", text)).result().diagnostics().stream()
            .map(d -> d.toString())
            .toList());
  }

  @Test
  void holdsDeclarationsAndStatementsAsTheyStand() {
    assertEquals(
        List.of(
            "ImportDecl", "AssignStmt", "FuncDecl", "ExprStmt", "TypeDecl", "FuncDecl", "VarDecl"),
        kinds(
            """
            import ("fmt"; m "math")
            x := 1
            func f(a int) int { return a }
            fmt.Println(f(x), m.Pi)
            type T struct{ a int }
            func (t *T) g() {}
            var y int
            """));
  }

  @Test
  void tellsFunctionLiteralsFromDeclarations() {
    assertEquals(List.of("ExprStmt"), kinds("func() { println(1) }()"));
    assertEquals(List.of("ExprStmt"), kinds("func(a, b int) T { return T{} }(1, 2)"));
    assertEquals(List.of("FuncDecl"), kinds("func (T) name() {}"));
    assertEquals(List.of("FuncDecl"), kinds("func (t *T[A, B]) name() {}"));
    assertEquals(List.of("FuncDecl", "ForStmt"), kinds("func g[T any](x T) {}\nfor range 3 {}"));
  }

  @Test
  void keepsPragmasInPlace() {
    ParseResult<Node.Cell> r =
        cell("x := 1 //memory:show first\n//go:noinline\nfunc f() {}\n//? x: stack\n// plain\n");
    assertEquals(
        List.of("1:8 //memory:show first", "2:1 //go:noinline", "4:1 //? x: stack"),
        r.tree().pragmas().stream()
            .map(p -> p.pos().line() + ":" + p.pos().column() + " " + p.text())
            .toList());
    Stmt.DeclStmt f = assertInstanceOf(Stmt.DeclStmt.class, r.tree().items().get(1));
    assertEquals("//go:noinline", f.decls().getFirst().pragmas().getFirst().text());
    assertEquals(
        "In [1]:1:3: misplaced compiler directive",
        cell("//go:noinline\nx := 1").diagnostics().getFirst().toString());
  }

  @Test
  void decidesTheKind() {
    assertInstanceOf(
        CellKind.Program.class,
        CellKind.of(new Source("c", "// hello\npackage main\nfunc main() {}")));
    CellKind.Program p =
        assertInstanceOf(
            CellKind.Program.class,
            CellKind.of(new Source("c", "import \"fmt\"\nfunc main() { fmt.Println() }")));
    assertEquals("main", p.result().tree().pkgName().value());
    assertEquals(2, p.result().tree().decls().size());
    assertInstanceOf(CellKind.Lesson.class, CellKind.of(new Source("c", "func f() {}")));
    assertInstanceOf(CellKind.Lesson.class, CellKind.of(new Source("c", "func (m T) main() {}")));
    assertInstanceOf(CellKind.Lesson.class, CellKind.of(new Source("c", "")));
    assertInstanceOf(CellKind.Lesson.class, CellKind.of(new Source("c", "x := 1")));
    assertEquals("", errors("func main() {}\n;\n"));
  }

  @Test
  void refusesMainBesideStatements() {
    assertEquals(
        "In [1]:2:6: func main together with statements at top level (line 4): a program cell has"
            + " its statements in main, a lesson cell has no main",
        errors("type T int\nfunc main() {\n}\nx := 1\n"));
  }

  @Test
  void reportsAsGcWouldInAFunctionBody() {
    assertEquals("In [1]:1:4: syntax error: unexpected name y at end of statement", errors("x  y"));
    assertEquals(
        "In [1]:2:1: syntax error: unexpected } at top level of cell", errors("x := 1\n}\ny := 2"));
    assertEquals(
        "In [1]:2:1: syntax error: unexpected semicolon or newline before {",
        errors("func f()\n{\n}\n"));
    assertEquals("In [1]:1:1: break is not in a loop, switch, or select", errors("break"));
    assertEquals("In [1]:1:1: label L defined and not used", errors("L:\nfor {}\n"));
    assertEquals("In [1]:1:6: label L not defined", errors("goto L"));
    assertEquals(
        "In [1]:1:6: syntax error: cannot use assignment x = 1 as value",
        errors("if x = 1 { println() }"));
    assertEquals(
        "In [1]:3:9: syntax error: unexpected keyword package at top level of cell",
        errors("x := 1\n\n        package main\ny := 2"));
  }

  private static void complete(ParseResult.Completeness expected, String... texts) {
    for (String text : texts) {
      assertEquals(expected, CellKind.of(new Source("c", text)).result().completeness(), text);
    }
  }

  @Test
  void knowsWhetherMoreCouldFollow() {
    complete(
        COMPLETE,
        "",
        "x := 1",
        "func f() {\n}\n",
        "package main\nfunc main() {}",
        "a.b(1)\n\n// c");
    complete(
        INCOMPLETE,
        "func f() {",
        "func f() {\n\tx := 1\n",
        "f(1,",
        "f(1,\n",
        "f(1",
        "x := []int{1, 2",
        "x := a +",
        "x := a +\n",
        "s := `abc",
        "/* c",
        "type T struct",
        "import (\n\t\"fmt\"\n",
        "x :=",
        "var x =",
        "switch x {\ncase 1:\n",
        "package main\nfunc main() {\n",
        "m := map[string]int{\n",
        "f(func() {\n\tg(",
        "if x");
    complete(
        INVALID, "x y", ")", "s := \"abc", "'a", "x := := 1", "f(1\n)", "var x", "func f() {\n)\n");
  }

  @Test
  void indentsByLinesWithOpenBrackets() {
    assertEquals("\t", cell("func f() {\n").indent());
    assertEquals("\t\t", cell("func f() {\n\tg(func() {\n").indent());
    assertEquals("", cell("x := a +\n").indent());
    assertEquals("", cell("func f() {\ns := `abc").indent());
  }
}
