package dev.gomem.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.source.Diagnostic;
import dev.gomem.source.Source;
import dev.gomem.syntax.Node;
import dev.gomem.syntax.ParseResult;
import dev.gomem.syntax.Parser;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of lesson cells (design, "What a cell means") as far as the checker decides them. */
class CellsTest {
  private static final Package FMT = fmt();

  private static Package fmt() {
    Package p = new Package("fmt", "fmt");
    Obj.Var a =
        new Obj.Var(
            dev.gomem.source.Pos.NONE, p, "a", new Slice(Universe.ANY), Obj.VarKind.PARAM_VAR);
    Signature sig = new Signature(null, List.of(), new Tuple(List.of(a)), Tuple.EMPTY, true);
    p.scope().insert(new Obj.Func(dev.gomem.source.Pos.NONE, p, "Println", sig));
    return p;
  }

  private final Importer importer =
      new Importer() {
        @Override
        public @Nullable Package importPackage(String path) {
          return path.equals("fmt") ? FMT : null;
        }

        @Override
        public List<String> pathsByName(String name) {
          return name.equals("fmt") ? List.of("fmt") : List.of();
        }
      };

  private CellScope scope = CellScope.empty();
  private int number;

  private CellResult run(String text) {
    ParseResult<Node.Cell> parsed = Parser.parseCell(new Source("In [" + ++number + "]", text));
    assertTrue(parsed.diagnostics().isEmpty(), () -> parsed.diagnostics().toString());
    CellResult r = Checker.checkCell(scope, parsed.tree(), new Config(importer).forPrograms());
    if (!r.ok()) {
      assertSame(scope, r.after());
    }
    scope = r.after();
    return r;
  }

  private CellResult ok(String text) {
    CellResult r = run(text);
    assertEquals(List.of(), r.diagnostics(), text);
    return r;
  }

  private String errors(String text) {
    return run(text).diagnostics().stream()
        .map(d -> d.pos().line() + ":" + d.pos().column() + ": " + d.message())
        .collect(Collectors.joining("\n"));
  }

  private static String names(CellResult r) {
    return r.packageObjects().stream().map(Obj::name).collect(Collectors.joining(" "));
  }

  private static String locals(CellResult r) {
    return r.locals().stream().map(Obj::name).collect(Collectors.joining(" "));
  }

  @Test
  void localsLastAndAreShadowed() {
    CellResult first = ok("num := 2\np := &num");
    assertEquals("num p", locals(first));
    assertEquals("", names(first));
    CellResult second = ok("num := \"two\"\n*p = 3");
    assertNotSame(first.locals().getFirst(), second.locals().getFirst());
    assertEquals("", errors("var s string = num"));
    assertEquals(
        "1:13: cannot use num (variable of type string) as int value in variable declaration",
        errors("var i int = num\n_ = i"));
    assertEquals(4, scope.locals().size());
  }

  @Test
  void functionsSeePackageLevelOnly() {
    ok("x := 1");
    assertEquals(
        "1:23: undefined: x\n"
            + "\tIn [1]:1:1: x is a local variable of main, and functions see only what is declared"
            + " at package level",
        errors("func f() int { return x }"));
    assertEquals(
        "1:23: undefined: y\n"
            + "\tIn [3]:2:1: y is a local variable of main, and functions see only what is declared"
            + " at package level",
        errors("func g() int { return y }\ny := 2"));
    ok("f := func() int { return x }\nf()");
  }

  @Test
  void variablesWithoutStatementsArePackageLevel() {
    CellResult r = ok("var a, b = 1, 2\nvar c = a + b");
    assertEquals("a b c", names(r));
    assertEquals("", locals(r));
    assertEquals(3, r.info().initOrder().size());
  }

  @Test
  void variablesBesideStatementsAreLinesOfMain() {
    CellResult r = ok("var a = 1\na++");
    assertEquals("a", locals(r));
    assertEquals("", names(r));
    assertEquals(2, r.statements().size());
  }

  @Test
  void aVariableThatAFunctionUsesIsPackageLevel() {
    CellResult r =
        ok(
            "var (\n"
                + "\tn = start\n"
                + "\tstart = 1\n"
                + "\tother = 2\n"
                + ")\n"
                + "func f() int { other := 3; return n + other }\n"
                + "f()");
    assertEquals("n start f", names(r));
    assertEquals("other", locals(r));
    // The name counts, also where an earlier cell has one.
    CellResult again = ok("var n = 5\nfunc f() int { return n }\nf()");
    assertEquals("n f", names(again));
  }

  @Test
  void theLineCanAskForPackageLevel() {
    assertEquals("v", names(ok("var v = 1 //memory:package\nv++")));
  }

  @Test
  void aVariableInitialisedWithALocalIsALineOfMain() {
    ok("x := 1");
    CellResult r = ok("var y = x + 1\nvar z = y\nvar w = 3");
    assertEquals("y z", locals(r));
    assertEquals("w", names(r));
  }

  @Test
  void declarationsReferToEachOtherInAnyOrder() {
    CellResult r =
        ok(
            "func even(n int) bool { return n == 0 || odd(n-1) }\n"
                + "func odd(n int) bool { return n != 0 && even(n-1) }\n"
                + "type T struct{ next *T; u U }\n"
                + "type U int\n"
                + "even(4)");
    assertEquals("even odd T U", names(r));
    assertNotNull(r.result());
  }

  @Test
  void newestDeclarationWins() {
    CellResult one = ok("func f() int { return 1 }");
    CellResult two = ok("func f() string { return \"\" }\nvar s string = f()\n_ = s");
    assertNotSame(one.packageObjects().getFirst(), two.packageObjects().getFirst());
    ok("type T struct{ a int }");
    ok("t := T{1}");
    ok("type T struct{ b string }");
    assertEquals(
        "1:5: cannot use T{…} (value of struct type T) as T (In [3]) value in assignment",
        errors("t = T{\"\"}"));
    ok("f := 3\nf++");
    ok("func f() {}");
    ok("f()");
  }

  @Test
  void methodsAttachToEarlierTypes() {
    ok("type T struct{ a int }");
    ok("func (t *T) inc() { t.a++ }\nfunc (t T) get() int { return t.a }");
    ok("t := T{}\nt.inc()\nt.get()");
    ok("func (t T) get() string { return \"\" }");
    ok("var s string = t.get()\ns");
    assertEquals("1:28: undefined: nope", errors("func (t T) get() int { _ = nope; return 1 }"));
    ok("s = t.get()");
    ok("type I interface{ get() string }\nvar i I = t\n_ = i");
  }

  @Test
  void aCellCanBeTakenBack() {
    ok("type T struct{}\nfunc (T) m() int { return 1 }");
    CellScope before = scope;
    ok("func (T) m() string { return \"\" }\nfunc (T) n() {}").undo().run();
    scope = before;
    ok("var i int = T{}.m()\ni");
    assertEquals("1:5: T{}.n undefined (type T has no field or method n)", errors("T{}.n()"));
  }

  @Test
  void importsLast() {
    assertEquals(1, ok("import \"fmt\"").imports().size());
    ok("fmt.Println(1)");
    ok("import f2 \"fmt\"\nf2.Println()");
    ok("f2.Println()");
  }

  @Test
  void aPackageIsImportedByItsUse() {
    CellResult r = ok("func hello() { fmt.Println(\"hello\") }\nhello()");
    assertEquals("fmt", r.imports().getFirst().imported().path());
    ok("fmt.Println()");
    ok("fmt := 1\nfmt++");
    assertEquals(
        "1:5: fmt.Println undefined (type int has no field or method Println)",
        errors("fmt.Println()"));
    assertEquals("1:1: undefined: fnt", errors("fnt.Println()"));
  }

  @Test
  void unusedNamesAreNoErrorsAtTheTopLevel() {
    ok("import \"fmt\"\na := 1\nvar b int");
    assertEquals("1:12: declared and not used: c", errors("func f() { c := 1 }"));
    assertEquals("1:4: declared and not used: d", errors("if d := 1; true {}"));
    assertEquals("1:14: declared and not used: e", errors("_ = func() { e := 1 }"));
  }

  @Test
  void theLastStatementMayBeAValue() {
    CellResult r = ok("x := 2\nx * 21");
    assertNotNull(r.result());
    assertEquals(Universe.INT, r.info().typeOf(r.result()));
    CellResult c = ok("1.5");
    assertEquals(Universe.FLOAT64, c.info().typeOf(resultOf(c)));
    assertNull(ok("fmt.Println(1)").result());
    assertEquals("1:1: x (variable of type int) is not used", errors("x\nx = 1"));
    assertEquals("1:1: nil is not used", errors("nil"));
  }

  private static dev.gomem.syntax.Expr resultOf(CellResult r) {
    assertNotNull(r.result());
    return java.util.Objects.requireNonNull(r.result());
  }

  @Test
  void returnAndDeferAtTheTopLevel() {
    ok("defer func() {}()\nif true { return }\nx := 1\n_ = x");
    assertEquals("1:8: too many return values\n\thave (number)\n\twant ()", errors("return 1"));
  }

  @Test
  void errorsLeaveNothingBehind() {
    ok("x := 1");
    assertEquals("2:1: undefined: z", errors("y := 2\nz = 3"));
    assertEquals("1:1: undefined: y", errors("y = 1"));
  }

  @Test
  void whatRanCanBeKeptApart() {
    CellScope before = scope;
    CellResult r = ok("a := 1\nb := 2\nfunc f() {}");
    CellScope kept = r.after().withLocals(before, r.locals().subList(0, 1));
    assertNotNull(kept.lookup("a"));
    assertNull(kept.lookup("b"));
    assertNotNull(kept.lookup("f"));
  }

  @Test
  void constantsGroupsAndGenericsWork() {
    ok(
        "const (\n"
            + "\tA = iota\n"
            + "\tB\n"
            + ")\n"
            + "type P[K comparable, V any] struct{ k K; v V }\n"
            + "func Map[T, U any](s []T, f func(T) U) []U { var r []U; for _, x := range s { r ="
            + " append(r, f(x)) }; return r }");
    CellResult r =
        ok("q := Map([]int{A, B}, func(i int) string { return \"\" })\nP[string, int]{q[0], 1}");
    assertEquals("P[string, int]", TypeString.of(r.info().typeOf(resultOf(r)), p -> ""));
    ok("func (p P[K, V]) key() K { return p.k }");
    ok("P[string, int]{}.key()");
  }

  @Test
  void functionsHaveBodies() {
    assertEquals("1:6: missing function body", errors("func f(int) int"));
  }

  @Test
  void diagnosticsComeInOrder() {
    List<Diagnostic> ds = run("a := b\nfunc f() { c() }\nd := e").diagnostics();
    assertEquals(List.of(1, 2, 3), ds.stream().map(d -> d.pos().line()).toList());
  }
}
