package dev.gomem.escape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gomem.library.Library;
import dev.gomem.session.Toolchain;
import dev.gomem.syntax.Decl;
import dev.gomem.types.GoSources;
import dev.gomem.types.Named;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import dev.gomem.types.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * No parameter of an exported function or method of the library's flows further in our body than gc
 * has recorded for Go's own: otherwise a learner's variable would move to the heap that in Go stays
 * on the stack.
 */
final class LibraryTagsTest {
  /** The streams: a byte is written into, a flag set; neither can be seen from outside. */
  private static final Set<String> KNOWN = Set.of("os.File.Read", "os.File.Close");

  private final GoSources go = new GoSources();
  private final NativeTags gc = new NativeTags();
  private final Library library = new Library();
  private final Toolchain ours = new Toolchain(library);
  private final List<String> wrong = new ArrayList<>();

  @Test
  void nothingLeaksFurtherThanInGo() {
    String only = System.getProperty("gomem.library", "");
    for (String path : library.paths()) {
      if (library.importable(path) && (only.isEmpty() || only.equals(path))) {
        Package want = go.check(path).pkg();
        Package have = ours.checked(path).result().pkg();
        for (String name : want.scope().names()) {
          Obj w = want.scope().lookup(name);
          Obj h = have.scope().lookup(name);
          if (w == null || h == null || !w.exported()) {
            continue;
          }
          if (w instanceof Obj.Func f && h instanceof Obj.Func g) {
            compare(path, path + "." + name, f, g);
          } else if (w instanceof Obj.TypeName
              && Types.unalias(w.type()) instanceof Named wn
              && Types.unalias(h.type()) instanceof Named hn) {
            methods(path, wn, hn);
          }
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private void methods(String path, Named want, Named have) {
    for (Obj.Func w : want.methods()) {
      for (Obj.Func h : have.methods()) {
        if (w.exported() && w.name().equals(h.name())) {
          compare(path, path + "." + want.obj().name() + "." + w.name(), w, h);
        }
      }
    }
  }

  private void compare(String path, String name, Obj.Func w, Obj.Func h) {
    if (!w.signature().typeParams().isEmpty() || !w.signature().recvTypeParams().isEmpty()) {
      return; // each instance has tags of its own, in the package that uses it
    }
    List<Tag> want = gc.tags(w, Placement.GC);
    List<Tag> have = ours.escaped(path).tags(h, Placement.GC);
    if (want == null || have == null) {
      wrong.add(name + ": no tags");
      return;
    }
    List<Obj.Var> params = new ArrayList<>();
    if (h.signature().recv() != null) {
      params.add(h.signature().recv());
    }
    params.addAll(h.signature().params().vars());
    for (int i = 0; i < want.size(); i++) {
      if (!TypeFacts.hasPointers(params.get(i).type())) {
        continue;
      }
      // Of a function without body gc prints only that nothing escapes.
      Tag a =
          want.get(i).heap() < 0 && bodyless(path, w)
              ? want.get(i).with(Tag.MUTATOR, 0).with(Tag.CALLEE, 0)
              : want.get(i);
      Tag b = have.get(i);
      String worse = worse(a, b);
      if (!worse.isEmpty() && !KNOWN.contains(name)) {
        wrong.add(name + " parameter " + i + ": gc " + a + ", ours " + b + ":" + worse);
      }
    }
  }

  private boolean bodyless(String path, Obj.Func f) {
    return go.files(path).stream()
        .flatMap(file -> file.decls().stream())
        .anyMatch(d ->
            d instanceof Decl.FuncDecl fn && fn.body() == null && fn.name().pos().equals(f.pos()));
  }

  private static String worse(Tag gc, Tag ours) {
    StringBuilder b = new StringBuilder();
    worse(b, "heap", gc.heap(), ours.heap());
    if (gc.heap() != 0) { // what is on the heap may be written to, and called
      worse(b, "mutator", gc.mutator(), ours.mutator());
      worse(b, "callee", gc.callee(), ours.callee());
    }
    for (int i = 0; i < Tag.RESULTS; i++) {
      // What flows to the heap may flow to a result as well.
      if (gc.heap() < 0 || ours.result(i) < gc.heap()) {
        worse(b, "result " + i, gc.result(i), ours.result(i));
      }
    }
    return b.toString();
  }

  private static void worse(StringBuilder b, String what, int gc, int ours) {
    if (ours >= 0 && (gc < 0 || ours < gc)) {
      b.append(' ').append(what);
    }
  }
}
