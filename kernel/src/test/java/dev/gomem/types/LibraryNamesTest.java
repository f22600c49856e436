package dev.gomem.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gomem.library.Library;
import dev.gomem.session.Toolchain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every exported name of a package that gomem has is there with Go's type (a constant with its
 * value, a type with its methods and exported fields), or is listed as missing; and nothing is
 * there that Go has not.
 */
final class LibraryNamesTest {
  private final GoSources go = new GoSources();
  private final Library library = new Library();
  private final Toolchain ours = new Toolchain(library);
  private final List<String> wrong = new ArrayList<>();

  @Test
  void namesAndTypesAreGos() {
    for (String path : library.paths()) {
      if (library.importable(path)) {
        compare(path, go.check(path).pkg().scope(), ours.checked(path).result().pkg().scope());
      }
    }
    assertEquals(List.of(), wrong);
  }

  private void compare(String path, Scope want, Scope have) {
    StringBuilder missing = new StringBuilder();
    for (String name : want.names()) {
      Obj w = want.lookup(name);
      Obj h = have.lookup(name);
      if (w == null || !w.exported()) {
        continue;
      }
      String full = path + "." + name;
      if (h == null) {
        if (!library.isMissing(path, name)) {
          missing.append(' ').append(name);
        }
      } else if (library.isMissing(path, name)) {
        wrong.add(full + " is there, and listed as missing");
      } else {
        same(full, describe(w), describe(h));
        if (w instanceof Obj.TypeName && !type(w.type()).equals("any")) {
          types(full, w.type(), h.type());
        }
      }
    }
    if (!missing.isEmpty()) {
      wrong.add("neither there nor listed as missing: " + path + missing);
    }
    for (String name : have.names()) {
      Obj h = have.lookup(name);
      if (h != null && h.exported() && want.lookup(name) == null) {
        wrong.add(path + "." + name + " is not in Go");
      }
    }
  }

  private void same(String what, String want, String have) {
    if (!want.equals(have)) {
      wrong.add(what + ": want " + want + ", have " + have);
    }
  }

  private void types(String full, Type w, Type h) {
    if (!(Types.unalias(w) instanceof Named wn) || !(Types.unalias(h) instanceof Named hn)) {
      return;
    }
    same(full, underlying(w), underlying(h));
    same(full + " methods", methods(full, wn), methods(full, hn));
  }

  /** Without those listed as missing ({@code File.Chmod}). */
  private String methods(String full, Named n) {
    String path = full.substring(0, full.lastIndexOf('.'));
    List<String> out = new ArrayList<>();
    for (Obj.Func m : n.methods()) {
      if (m.exported() && !library.isMissing(path, n.obj().name() + "." + m.name())) {
        Obj.Var recv = m.signature().recv();
        boolean pointer = recv != null && recv.type() instanceof Pointer;
        out.add((pointer ? "*" : "") + m.name() + type(m.type()).substring(4));
      }
    }
    out.sort(null);
    return String.join("; ", out);
  }

  /** Of a struct only what a program can name, and whether there is more. */
  private static String underlying(Type t) {
    if (t.underlying() instanceof Struct s) {
      StringBuilder b = new StringBuilder("struct");
      for (Obj.Var f : s.fields()) {
        if (f.exported()) {
          b.append(' ').append(f.name()).append(' ').append(type(f.type())).append(';');
        }
      }
      return b.toString();
    }
    return type(t.underlying());
  }

  private static String describe(Obj o) {
    return switch (o) {
      case Obj.Const c -> "const " + type(c.type()) + " = " + c.value();
      case Obj.TypeName t -> t.isAlias() ? "alias " + type(t.type()) : "type";
      case Obj.Var v -> "var " + type(v.type());
      case Obj.Func f -> type(f.type());
      default -> o.toString();
    };
  }

  /** A type without the names of parameters. */
  private static String type(Type t) {
    return switch (t) {
      case Basic b -> b.name();
      case Array a -> "[" + a.len() + "]" + type(a.elem());
      case Slice s -> "[]" + type(s.elem());
      case Pointer p -> "*" + type(p.elem());
      case MapType m -> "map[" + type(m.key()) + "]" + type(m.elem());
      case Chan c -> c.dir() + " chan " + type(c.elem());
      case Tuple u -> list(u.vars().stream().map(v -> type(v.type())).toList());
      case Signature s ->
          "func"
              + (s.typeParams().isEmpty()
                  ? ""
                  : s.typeParams().stream()
                      .map(p -> p.obj().name() + " " + type(p.constraint()))
                      .toList())
              + type(s.params())
              + (s.variadic() ? "..." : "")
              + type(s.results());
      case Named n ->
          (n.obj().pkg() == null ? "" : n.obj().pkg().path() + ".")
              + n.obj().name()
              + (n.typeArgs().isEmpty()
                  ? ""
                  : n.typeArgs().stream().map(LibraryNamesTest::type).toList());
      case Struct s ->
          "struct{" + s.fields().stream().map(f -> f.name() + " " + type(f.type())).toList() + "}";
      case Interface i when i.isMethodSet() ->
          "interface{"
              + i.methods().stream().map(m -> m.name() + type(m.type())).sorted().toList()
              + "}";
      case TypeParam p -> p.obj().name();
      case Alias a -> type(Types.unalias(a));
      default -> t.toString();
    };
  }

  private static String list(List<String> types) {
    return "(" + String.join(", ", types) + ")";
  }
}
