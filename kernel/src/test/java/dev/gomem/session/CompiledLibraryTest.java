package dev.gomem.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.code.CodeReader;
import dev.gomem.code.CodeUnit;
import dev.gomem.code.CodeWriter;
import dev.gomem.code.Disassembler;
import dev.gomem.code.Function;
import dev.gomem.layout.TypeTable;
import dev.gomem.library.Library;
import dev.gomem.machine.Debug;
import dev.gomem.machine.Limits;
import dev.gomem.machine.Outcome;
import dev.gomem.source.Source;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What the build makes of the library says and does what the library's texts do. */
final class CompiledLibraryTest {
  private final Library texts = Library.ofTexts();
  private final Toolchain fromTexts = new Toolchain(texts);
  private final Toolchain fromBuild = new Toolchain(Compiled.library());

  @Test
  void theSameTextsGiveTheSameBytes() {
    Map<String, byte[]> again = LibraryBuild.compile(Library.ofTexts());
    assertEquals(texts.paths(), List.copyOf(again.keySet()));
    again.forEach((path, bytes) -> assertArrayEquals(Compiled.packages().get(path), bytes, path));
  }

  /** Only Maven's build has them beside the classes. */
  @Test
  void theBuildHasWrittenThem() throws IOException {
    Assumptions.assumeTrue(
        Library.class.getResource(Library.compiledName("fmt")) != null, "built by Maven");
    for (String path : texts.paths()) {
      try (InputStream in = Library.class.getResourceAsStream(Library.compiledName(path))) {
        assertTrue(in != null, path);
        assertArrayEquals(Compiled.packages().get(path), in.readAllBytes(), path);
      }
    }
  }

  @Test
  void outlinesDeclareWhatTheTextsDeclare() {
    for (String path : texts.paths()) {
      Package whole = fromTexts.checked(path).result().pkg();
      Package outlined = fromBuild.importPackage(path);
      assertTrue(outlined != null, path);
      assertEquals(whole.name(), outlined.name());
      assertEquals(paths(whole), paths(outlined), path);
      List<String> missing = new ArrayList<>(said(whole));
      List<String> said = said(outlined);
      missing.removeAll(said);
      for (String line : missing) {
        assertTrue(line.matches(NOT_EXPORTED), line + ": not outlined");
      }
      assertTrue(said(whole).containsAll(said), path);
      assertFalse(said.isEmpty() && !whole.scope().names().isEmpty(), path);
    }
  }

  /** An object that is not exported, or a method or the structure of such a type. */
  private static final String NOT_EXPORTED =
      "(func ([\\w/]+[.])?[a-z_].*|func \\([*]?([\\w/]+[.])?[a-z_].*|(type|var) ([\\w/]+[.])?[a-z_].*|[a-z_]\\w* is .*)";

  /** What is to be loaded before it. */
  private List<String> paths(Package p) {
    return p.imports().stream().map(Package::path).filter(texts::has).toList();
  }

  /** Objects with their types, values, places and methods. */
  private static List<String> said(Package p) {
    List<String> out = new ArrayList<>();
    for (Obj o : p.scope().objects()) {
      out.add(said(o));
      if (o instanceof Obj.TypeName t && !t.isAlias() && t.type() instanceof Named n) {
        out.add(o.name() + " is " + n.underlying());
        n.methods().forEach(m -> out.add(said(m)));
      }
    }
    return out;
  }

  private static String said(Obj o) {
    return o + (o instanceof Obj.Const c ? " = " + c.value() : "") + " at " + o.pos();
  }

  private static byte[] alone(Function f) {
    return CodeWriter.write(new CodeUnit(List.of(f), List.of(), List.of(), List.of(), ""));
  }

  /** Function by function, in another order, into types of its own. */
  @Test
  void functionsAreThoseOfTheTexts() {
    Backend backend = new Backend(fromTexts);
    TypeTable types = new TypeTable();
    for (String path : texts.paths()) {
      CodeUnit unit = backend.fromTexts(path);
      BuiltPackage built = fromBuild.built(path);
      assertTrue(built != null, path);
      CodeReader code = CodeReader.open(built.code(), types, texts::source);
      for (Function f : unit.functions().reversed()) {
        Function read = code.find(f.symbol());
        assertTrue(read != null, f.symbol());
        assertEquals(Disassembler.function(f), Disassembler.function(read));
        assertArrayEquals(alone(f), alone(read), f.symbol());
      }
      assertEquals(null, code.find(path + ".nothing"));
      CodeUnit rest = code.withoutFunctions();
      assertEquals(unit.globals().toString(), rest.globals().toString());
      assertEquals(unit.methodSets().toString(), rest.methodSets().toString());
      assertEquals(unit.init(), rest.init());
    }
  }

  /** A package with what the library may have little of: generics, groups, several files' worth. */
  private static final String SAMPLE =
      """
      package sample

      import (
      	"errors"
      	u "unicode/utf8"
      )

      type pair[K comparable, V any] struct {
      	key K
      	val V
      }

      // Table is a map that keeps its order.
      type Table[K comparable, V any] struct {
      	pairs []pair[K, V]
      	log   *record
      }

      type record struct{ names []string }

      func (r *record) add(s string) { r.names = append(r.names, s) }

      func (t *Table[K, V]) Set(k K, v V) {
      	type found struct{ at int }
      	f := found{-1}
      	for i := range t.pairs {
      		if t.pairs[i].key == k {
      			f.at = i
      		}
      	}
      	note(&t.log, "set")
      	if f.at >= 0 {
      		t.pairs[f.at].val = v
      		return
      	}
      	t.pairs = append(t.pairs, pair[K, V]{k, v})
      }

      func note(r **record, s string) {
      	if *r == nil {
      		*r = new(record)
      	}
      	(*r).add(s)
      }

      func (t *Table[K, V]) Len() (int, int) { return len(t.pairs), len(t.log.names) }

      // Map applies f to all.
      func Map[A, B any](list []A, f func(A) B) []B {
      	out := make([]B, 0, len(list))
      	each(list, func(a A) { out = append(out, f(a)) })
      	return out
      }

      func each[T any](list []T, f func(T)) {
      	for _, x := range list {
      		f(x)
      	}
      }

      type Kind int

      const (
      	_ Kind = iota
      	One
      	Two
      )

      func (k Kind) String() string { return names[k] }

      var names = [...]string{"", "one", "two"}

      var (
      	Err          = errors.New("sample: " + made())
      	Length, Half = u.RuneCountInString("häß"), 0.5
      	used         = Map([]int{1, 2}, func(i int) Kind { return Kind(i) })
      	table        = func() *Table[string, int] {
      		t := &Table[string, int]{}
      		t.Set("a", 1)
      		return t
      	}()
      )

      func made() string { return "made" }

      func Used() ([]Kind, *Table[string, int]) { return used, table }

      func init() { Length += 10 }

      func init() { Length *= 2 }
      """;

  private static final String PROGRAM =
      """
      package main

      import (
      	"fmt"
      	"sample"
      )

      type mine struct{ n int }

      func main() {
      	var t sample.Table[mine, string]
      	t.Set(mine{1}, "x")
      	t.Set(mine{2}, "y")
      	t.Set(mine{1}, "z")
      	fmt.Println(t.Len())
      	kinds, own := sample.Used()
      	own.Set("b", 2)
      	fmt.Println(own.Len())
      	fmt.Println(kinds, sample.Map(kinds, func(k sample.Kind) string { return k.String() + "!" }))
      	fmt.Println(sample.Err, sample.Length, sample.Half, sample.Two)
      	var s fmt.Stringer = sample.One
      	f := s.String
      	fmt.Println(f(), sample.Map([]mine{{3}}, func(m mine) int { return m.n }))
      }
      """;

  /** Twice: what a program makes for itself does not become another's. */
  @Test
  void genericsGroupsAndInitialisersAreOutlined() {
    Library.Resources withSample =
        name ->
            switch (name) {
              case "sample/sample.go" -> SAMPLE.getBytes(StandardCharsets.UTF_8);
              case "index" -> {
                String index =
                    new String(Library.resource("index"), StandardCharsets.UTF_8)
                        + "sample sample.go\n";
                yield index.getBytes(StandardCharsets.UTF_8);
              }
              default -> Library.resource(name);
            };
    Library whole = new Library(withSample, path -> null);
    Map<String, byte[]> compiled = LibraryBuild.compile(whole);
    for (Library library : List.of(whole, new Library(withSample, compiled::get))) {
      Backend backend = new Backend(new Toolchain(library));
      for (int i = 0; i < 2; i++) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Program.Built built = Program.build(backend, new Source("main.go", PROGRAM), true);
        if (!(built instanceof Program.Built.Good good)) {
          throw new AssertionError(built);
        }
        assertEquals(
            new Outcome.Done(),
            good.program()
                .run((fd, b) -> out.writeBytes(b), Limits.DEFAULT, Debug.OFF, false, m -> {})
                .outcome());
        assertEquals(
            """
            2 3
            2 2
            [one two] [one! two!]
            sample: made 26 0.5 two
            one [3]
            """,
            out.toString(StandardCharsets.UTF_8));
      }
    }
  }
}
