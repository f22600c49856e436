package dev.gomem.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes Go programs from a seed that declare types of every kind, nested in one another, and print
 * the size and alignment of each and the offsets of its fields: as constants, by the addresses of a
 * variable's parts, and as type arguments. Fields may be blank, embedded, without size, last
 * without size, or lead back to their own type.
 */
final class RandomLayouts {
  /** Types of a program. */
  static final int TYPES = 50;

  /** About how large a type may be, in bytes: those that hold it are larger. */
  private static final int LARGE = 3000;

  private static final List<String> BASIC =
      List.of(
          "bool",
          "int8",
          "uint8",
          "int16",
          "uint16",
          "int32",
          "uint32",
          "int64",
          "uint64",
          "int",
          "uint",
          "uintptr",
          "float32",
          "float64",
          "complex64",
          "complex128",
          "string",
          "any",
          "error",
          "unsafe.Pointer");

  /** Some of the library's that a size or an alignment is promised of. */
  private static final List<String> ATOMIC =
      List.of(
          "atomic.Int64", "atomic.Uint32", "atomic.Bool", "atomic.Uintptr", "atomic.Pointer[int]");

  private static final String PRELUDE =
      """
      package main

      import (
      	"sync/atomic"
      	"unsafe"
      )

      var _ atomic.Bool

      type Box[T any] struct {
      	a bool
      	x T
      	b uint16
      }

      type Two[K comparable, V any] struct {
      	v V
      	k K
      }

      func dims[T any]() {
      	var x T
      	var y struct {
      		a uint8
      		x T
      		b bool
      	}
      	var z [3]Box[T]
      	println("\\t", unsafe.Sizeof(x), unsafe.Alignof(x), unsafe.Sizeof(y), unsafe.Offsetof(y.x), unsafe.Offsetof(y.b), unsafe.Sizeof(z))
      	println("\\t", uintptr(unsafe.Pointer(&z[1].x))-uintptr(unsafe.Pointer(&z)), uintptr(unsafe.Pointer(&z[2].b))-uintptr(unsafe.Pointer(&z[1].b)))
      }

      func from(p, q unsafe.Pointer) uintptr { return uintptr(q) - uintptr(p) }
      """;

  /**
   * A declared type.
   *
   * @param kind what it may be embedded as
   * @param selectors what can be written behind a variable and its point: fields, also promoted
   * @param reached names of fields that are promoted from it, or would be if they were not doubled
   * @param bytes about its size
   */
  private record Type(
      String name,
      Kind kind,
      List<String> selectors,
      List<String> reached,
      boolean comparable,
      int bytes) {}

  private enum Kind {
    STRUCT,
    EMBEDDABLE,
    OTHER
  }

  /** A type as it is written. */
  private record Written(String text, boolean comparable, int bytes) {}

  private final SplittableRandom random;
  private final StringBuilder out = new StringBuilder(PRELUDE);
  private final List<Type> types = new ArrayList<>();

  private RandomLayouts(long seed) {
    random = new SplittableRandom(seed);
  }

  static String of(long seed) {
    return new RandomLayouts(seed).program();
  }

  private int pick(int n) {
    return random.nextInt(n);
  }

  private <X> X pick(List<X> l) {
    return l.get(pick(l.size()));
  }

  private String program() {
    for (int i = 0; i < TYPES; i++) {
      declare("T" + i);
    }
    out.append("\nfunc main() {\n");
    for (Type t : types) {
      print(t);
    }
    return out.append("}\n").toString();
  }

  private void declare(String name) {
    if (pick(5) == 0) {
      Written w = written(name, 3);
      out.append("\ntype ").append(name).append(" ").append(w.text).append('\n');
      boolean other = w.text.startsWith("*") || w.text.startsWith("unsafe") || isDeclared(w.text);
      Kind kind = other ? Kind.OTHER : Kind.EMBEDDABLE;
      types.add(new Type(name, kind, List.of(), List.of(), w.comparable, w.bytes));
    } else {
      struct(name);
    }
    String v = "v" + name.substring(1);
    out.append("\nvar ").append(v).append(" ").append(name).append('\n');
    out.append("var a").append(v).append(" [unsafe.Sizeof(").append(v).append(")&7]").append(name);
    out.append("\n\nconst s").append(v).append(" = unsafe.Sizeof(").append(v).append(")<<8 + ");
    out.append("unsafe.Alignof(").append(v).append(")\n");
  }

  private boolean isDeclared(String text) {
    return types.stream().anyMatch(t -> t.name.equals(text));
  }

  private void struct(String name) {
    List<String> selectors = new ArrayList<>();
    List<String> reached = new ArrayList<>();
    List<String> embedded = new ArrayList<>();
    boolean comparable = true;
    int bytes = 8;
    out.append("\ntype ").append(name).append(" struct {\n");
    int n = pick(9);
    for (int i = 0; i < n; i++) {
      String f = "f" + name.substring(1) + "_" + i;
      Written w = i == n - 1 && pick(4) == 0 ? empty() : written(name, 2);
      String tag = pick(8) == 0 ? " `of:\"a tag\"`" : "";
      switch (pick(9)) {
        case 0 -> out.append("\t_ ").append(w.text).append(tag);
        case 1 -> {
          out.append('\t').append(f).append(", ").append(f).append("b ").append(w.text).append(tag);
          selectors.add(f);
          selectors.add(f + "b");
          bytes += w.bytes;
        }
        case 2 -> {
          Type t = types.isEmpty() ? null : pick(types);
          if (t == null || embedded.contains(t.name) || t.bytes > LARGE || t.kind == Kind.OTHER) {
            out.append("\t_ ").append(w.text);
          } else {
            boolean pointer = pick(3) == 0 && t.kind == Kind.STRUCT;
            out.append('\t').append(pointer ? "*" : "").append(t.name).append(tag);
            embedded.add(t.name);
            selectors.add(t.name);
            reached.addAll(t.reached);
            if (pointer) {
              w = new Written("", true, 8);
            } else {
              t.selectors.stream().filter(s -> s.startsWith("f")).forEach(selectors::add);
              w = new Written("", t.comparable, t.bytes);
            }
          }
        }
        default -> {
          out.append('\t').append(f).append(' ').append(w.text).append(tag);
          selectors.add(f);
        }
      }
      out.append('\n');
      comparable &= w.comparable;
      bytes += w.bytes + 8;
    }
    out.append("}\n");
    List<String> doubled =
        reached.stream().filter(r -> Collections.frequency(reached, r) > 1).toList();
    selectors.removeAll(doubled);
    String own = "f" + name.substring(1) + "_";
    selectors.stream().filter(s -> s.startsWith(own)).forEach(reached::add);
    types.add(new Type(name, Kind.STRUCT, selectors, reached, comparable, bytes));
  }

  private Written empty() {
    return new Written(pick(2) == 0 ? "struct{}" : "[0]int64", true, 0);
  }

  /**
   * @param self the type being declared, which may stand behind a pointer
   */
  private Written written(String self, int depth) {
    if (depth == 0) {
      return basic();
    }
    return switch (pick(22)) {
      case 0, 1 -> {
        Written e = written(self, depth - 1);
        int n = List.of(0, 1, 2, 3, 5, 8).get(pick(6));
        if (e.bytes * n > LARGE) {
          yield new Written("[]" + e.text, false, 24);
        }
        yield new Written("[" + n + "]" + e.text, e.comparable, e.bytes * n);
      }
      case 2 -> new Written("[]" + written(self, depth - 1).text, false, 24);
      case 3 -> new Written("*" + self, true, 8);
      case 4 -> new Written("map[string]" + written(self, depth - 1).text, false, 8);
      case 5 -> new Written("chan " + self, true, 8);
      case 6 -> new Written("func(" + self + ") " + basic().text, false, 8);
      case 7 -> new Written("interface{ m(" + basic().text + ") }", true, 16);
      case 8 -> empty();
      case 9 -> new Written(pick(ATOMIC), true, 8);
      case 10 -> {
        Written a = written(self, depth - 1);
        Written b = written(self, depth - 1);
        yield new Written(
            "struct {\n\t\ta " + a.text + "\n\t\tb " + b.text + "\n\t}",
            a.comparable && b.comparable,
            a.bytes + b.bytes + 8);
      }
      case 11 -> {
        Written e = written(self, depth - 1);
        yield new Written("Box[" + e.text + "]", e.comparable, e.bytes + 24);
      }
      case 12, 13, 14, 15 -> {
        Type t = types.isEmpty() ? null : pick(types);
        if (t == null || t.bytes > LARGE) {
          yield basic();
        }
        if (t.comparable && pick(4) == 0) {
          yield new Written("Two[" + t.name + ", " + basic().text + "]", true, t.bytes + 24);
        }
        yield new Written(t.name, t.comparable, t.bytes);
      }
      default -> basic();
    };
  }

  private Written basic() {
    return new Written(pick(BASIC), true, 16);
  }

  private void print(Type t) {
    String v = "v" + t.name.substring(1);
    out.append("\tprintln(\"").append(t.name).append("\", s").append(v).append(", len(a").append(v);
    out.append("), unsafe.Sizeof(a").append(v).append("))\n");
    for (String s : t.selectors) {
      String f = v + "." + s;
      out.append("\tprintln(\"\\t").append(s).append("\", unsafe.Offsetof(").append(f);
      out.append("), from(unsafe.Pointer(&").append(v).append("), unsafe.Pointer(&").append(f);
      out.append(")), unsafe.Sizeof(").append(f).append("), unsafe.Alignof(").append(f);
      out.append("))\n");
    }
    out.append("\tdims[").append(t.name).append("]()\n");
  }
}
