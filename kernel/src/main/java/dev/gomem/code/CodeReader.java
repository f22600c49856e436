package dev.gomem.code;

import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.layout.TypeTable;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link CodeWriter} wrote. Types are made in (or found in) the session's table, so that
 * the unit's types are the session's; sources are made anew.
 */
public final class CodeReader {
  private final byte[] in;
  private final TypeTable table;
  private int at;
  private String[] strings = {};
  private Source[] sources = {};
  private TypeSpec[] specs = {};
  private @Nullable RType[] types = {};

  /** A type as written: parts by index. */
  private record TypeSpec(
      Kind kind,
      boolean named,
      String key,
      String name,
      long number,
      int[] parts,
      int[] results,
      List<FieldSpec> fields) {}

  /** A field or method as written. */
  private record FieldSpec(
      String name, String pkg, int type, boolean embedded, boolean exported, String tag) {}

  private CodeReader(byte[] in, TypeTable table) {
    this.in = in;
    this.table = table;
  }

  /**
   * @throws IllegalArgumentException if the bytes are of another format or opcode table
   */
  public static CodeUnit read(byte[] bytes, TypeTable table) {
    return new CodeReader(bytes, table).all();
  }

  private CodeUnit all() {
    if (unsigned() != CodeWriter.MAGIC
        || unsigned() != CodeWriter.VERSION
        || unsigned() != Op.values().length
        || unsigned() != RuntimeFn.values().length) {
      throw new IllegalArgumentException("code written by another version");
    }
    strings = new String[count()];
    for (int i = 0; i < strings.length; i++) {
      int n = count();
      strings[i] = new String(in, at, n, StandardCharsets.UTF_8);
      at += n;
    }
    sources = new Source[count()];
    for (int i = 0; i < sources.length; i++) {
      String name = string();
      int n = count();
      sources[i] = new Source(name, Arrays.copyOfRange(in, at, at + n));
      at += n;
    }
    specs = new TypeSpec[count()];
    types = new RType[specs.length];
    for (int i = 0; i < specs.length; i++) {
      specs[i] = spec();
    }
    return unit();
  }

  // numbers and references

  private long unsigned() {
    long v = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = in[at++];
      v |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return v;
      }
    }
  }

  private int count() {
    return (int) unsigned();
  }

  private long signed() {
    long v = unsigned();
    return v >>> 1 ^ -(v & 1);
  }

  private boolean flag() {
    return in[at++] != 0;
  }

  private String string() {
    return strings[count()];
  }

  private List<String> stringList() {
    List<String> l = new ArrayList<>();
    for (int n = count(); n > 0; n--) {
      l.add(string());
    }
    return List.copyOf(l);
  }

  private @Nullable Pos optionalPos() {
    int k = count();
    if (k == 0) {
      return null;
    }
    return k == 1 ? Pos.NONE : new Pos(sources[k - 2], count());
  }

  private Pos pos() {
    Pos p = optionalPos();
    return p == null ? Pos.NONE : p;
  }

  private BitSet bits() {
    long[] words = new long[count()];
    for (int i = 0; i < words.length; i++) {
      words[i] = unsigned();
    }
    return BitSet.valueOf(words);
  }

  private List<Byte> bytes() {
    int n = count();
    List<Byte> l = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      l.add(in[at++]);
    }
    return List.copyOf(l);
  }

  // types

  private TypeSpec spec() {
    Kind kind = Kind.values()[count()];
    boolean named = flag();
    String key = named ? string() : "";
    String name = named ? string() : "";
    long number = 0;
    int[] parts = {};
    int[] results = {};
    List<FieldSpec> fields = List.of();
    switch (kind) {
      case ARRAY, CHAN -> {
        number = unsigned();
        parts = new int[] {count()};
      }
      case MAP -> parts = new int[] {count(), count()};
      case POINTER, SLICE -> parts = new int[] {count()};
      case FUNC -> {
        parts = indices();
        results = indices();
        number = flag() ? 1 : 0;
      }
      case INTERFACE -> {
        fields = new ArrayList<>();
        for (int n = count(); n > 0; n--) {
          fields.add(new FieldSpec(string(), string(), count(), false, false, ""));
        }
      }
      case STRUCT -> {
        fields = new ArrayList<>();
        for (int n = count(); n > 0; n--) {
          String field = string();
          int type = count();
          boolean embedded = flag();
          boolean exported = flag();
          fields.add(new FieldSpec(field, "", type, embedded, exported, string()));
        }
      }
      default -> {}
    }
    return new TypeSpec(kind, named, key, name, number, parts, results, fields);
  }

  private int[] indices() {
    int[] a = new int[count()];
    for (int i = 0; i < a.length; i++) {
      a[i] = count();
    }
    return a;
  }

  private RType type() {
    return type(count());
  }

  private RType type(int i) {
    RType t = types[i];
    if (t != null) {
      return t;
    }
    TypeSpec s = specs[i];
    if (s.named) {
      // Inside its own definition a recursive type is found, not made again.
      t = table.find(s.key);
      if (t == null) {
        t = table.named(s.key, s.name, s.kind, () -> structure(s));
      }
    } else {
      t = structure(s);
    }
    types[i] = t;
    return t;
  }

  private List<RType> types(int[] indices) {
    List<RType> l = new ArrayList<>();
    for (int i : indices) {
      l.add(type(i));
    }
    return l;
  }

  private RType structure(TypeSpec s) {
    return switch (s.kind) {
      case ARRAY -> table.arrayOf(s.number, type(s.parts[0]));
      case CHAN -> table.chanOf((int) s.number, type(s.parts[0]));
      case MAP -> table.mapOf(type(s.parts[0]), type(s.parts[1]));
      case POINTER -> table.pointerTo(type(s.parts[0]));
      case SLICE -> table.sliceOf(type(s.parts[0]));
      case FUNC -> table.funcOf(types(s.parts), types(s.results), s.number != 0);
      case INTERFACE -> {
        List<RType.Method> methods = new ArrayList<>();
        for (FieldSpec m : s.fields) {
          methods.add(new RType.Method(m.name, m.pkg, type(m.type)));
        }
        yield table.interfaceOf(methods);
      }
      case STRUCT -> {
        List<TypeTable.FieldSpec> fields = new ArrayList<>();
        for (FieldSpec f : s.fields) {
          fields.add(new TypeTable.FieldSpec(f.name, type(f.type), f.embedded, f.exported, f.tag));
        }
        yield table.structOf(fields);
      }
      default -> table.basic(s.kind);
    };
  }

  // the unit

  private CodeUnit unit() {
    List<Function> functions = new ArrayList<>();
    for (int n = count(); n > 0; n--) {
      functions.add(function());
    }
    List<CodeUnit.Global> globals = new ArrayList<>();
    for (int n = count(); n > 0; n--) {
      globals.add(new CodeUnit.Global(string(), string(), type(), pos()));
    }
    List<CodeUnit.MethodSet> sets = new ArrayList<>();
    for (int n = count(); n > 0; n--) {
      RType t = type();
      List<CodeUnit.Method> methods = new ArrayList<>();
      for (int m = count(); m > 0; m--) {
        methods.add(new CodeUnit.Method(string(), string(), type(), string()));
      }
      sets.add(new CodeUnit.MethodSet(t, List.copyOf(methods)));
    }
    return new CodeUnit(
        List.copyOf(functions), List.copyOf(globals), List.copyOf(sets), stringList(), string());
  }

  private Function function() {
    String symbol = string();
    String name = string();
    int s = count();
    Source source = s == 0 ? null : sources[s - 1];
    Pos pos = pos();
    Pos end = pos();
    Function.Kind kind = Function.Kind.values()[count()];
    int frameSize = count();
    int argSize = count();
    int resultSize = count();
    int[] code = new int[count()];
    for (int i = 0; i < code.length; i++) {
      code[i] = (int) signed();
    }
    List<Pool> pool = new ArrayList<>();
    for (int n = count(); n > 0; n--) {
      pool.add(pool());
    }
    int[] offsets = new int[code.length / 4];
    int before = 0;
    for (int i = 0; i < offsets.length; i++) {
      before += (int) signed();
      offsets[i] = before;
    }
    BitSet marks = bits();
    List<Function.Local> locals = new ArrayList<>();
    for (int n = count(); n > 0; n--) {
      locals.add(local());
    }
    BitSet pointerSlots = bits();
    List<Function.Safepoint> safepoints = new ArrayList<>();
    for (int n = count(); n > 0; n--) {
      safepoints.add(new Function.Safepoint(count(), bits()));
    }
    List<Site> sites = new ArrayList<>();
    for (int n = count(); n > 0; n--) {
      sites.add(site());
    }
    return new Function(
        symbol,
        name,
        source,
        pos,
        end,
        kind,
        frameSize,
        argSize,
        resultSize,
        code,
        List.copyOf(pool),
        offsets,
        marks,
        List.copyOf(locals),
        pointerSlots,
        List.copyOf(safepoints),
        List.copyOf(sites),
        (int) signed());
  }

  private Function.Local local() {
    String name = string();
    RType type = type();
    Function.LocalKind kind = Function.LocalKind.values()[count()];
    int offset = count();
    boolean boxed = flag();
    boolean addressed = flag();
    Pos pos = pos();
    int site = (int) signed();
    return new Function.Local(name, type, kind, offset, boxed, addressed, pos, site, indices());
  }

  private Pool pool() {
    int k = in[at++];
    return switch (k) {
      case 0 -> new Pool.Bits(signed());
      case 1 -> new Pool.Bytes(bytes());
      case 2 -> new Pool.Func(string());
      case 3 -> new Pool.FuncValue(string());
      case 4 -> new Pool.Global(string());
      case 5 -> new Pool.Type(type());
      case 6 -> new Pool.Itab(type(), type());
      case 7 -> new Pool.ReadOnly(type(), bytes());
      case 8 -> new Pool.Java(string());
      default -> throw new IllegalArgumentException("constant of kind " + k);
    };
  }

  private Site site() {
    return new Site(pos(), string(), string(), string(), flag(), verdict(), verdict());
  }

  private Site.Verdict verdict() {
    boolean heap = flag();
    List<Site.Flow> chain = new ArrayList<>();
    for (int n = count(); n > 0; n--) {
      chain.add(new Site.Flow(string(), string(), string(), optionalPos()));
    }
    return new Site.Verdict(heap, List.copyOf(chain));
  }
}
