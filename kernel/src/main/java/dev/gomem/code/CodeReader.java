package dev.gomem.code;

import dev.gomem.layout.RType;
import dev.gomem.layout.RType.Kind;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.layout.TypeTable;
import dev.gomem.source.Phrase;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link CodeWriter} wrote, all of it or one function at a time. Types are made in (or
 * found in) the session's table, so that the unit's types are the session's; sources are made anew,
 * or found where texts were left out.
 */
public final class CodeReader {
  private final byte[] bytes;
  private final TypeTable table;
  private ByteReader in;

  /** Where each string begins; read when first asked for. */
  private final int[] stringsAt;

  private final @Nullable String[] strings;
  private final Source[] sources;

  /** Where each type's definition begins. */
  private final int[] typesAt;

  private final @Nullable RType[] types;

  /** Where each function begins. */
  private final int[] functionsAt;

  private final @Nullable Function[] functions;

  /** Strings that are the symbols, in order, and the functions' numbers. */
  private final int[] symbols;

  private final int[] bySymbol;

  /** Where the rest of the unit begins. */
  private final int rest;

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

  /** Where a text is that was left out. */
  public interface Texts {
    Source source(String name);
  }

  private CodeReader(byte[] bytes, TypeTable table, Texts texts) {
    this.bytes = bytes;
    this.table = table;
    in = new ByteReader(bytes);
    if (unsigned() != CodeWriter.MAGIC
        || unsigned() != CodeWriter.VERSION
        || unsigned() != Op.values().length
        || unsigned() != RuntimeFn.values().length) {
      throw new IllegalArgumentException("code written by another version");
    }
    stringsAt = parts();
    strings = new String[stringsAt.length];
    sources = new Source[count()];
    for (int i = 0; i < sources.length; i++) {
      String name = string();
      sources[i] = flag() ? new Source(name, in.block()) : texts.source(name);
    }
    typesAt = parts();
    types = new RType[typesAt.length];
    functionsAt = parts();
    functions = new Function[functionsAt.length];
    symbols = new int[functions.length];
    bySymbol = new int[functions.length];
    for (int i = 0; i < functions.length; i++) {
      symbols[i] = count();
      bySymbol[i] = count();
    }
    rest = in.at();
  }

  /** Where each of several parts begins; none is read. */
  private int[] parts() {
    int[] begins = new int[count()];
    for (int i = 0; i < begins.length; i++) {
      begins[i] = in.at();
      in.skip(count());
    }
    return begins;
  }

  private static Source noText(String name) {
    throw new IllegalArgumentException("no text of " + name);
  }

  /**
   * Reads a whole unit.
   *
   * @throws IllegalArgumentException if the bytes are of another format or opcode table, or without
   *     their sources' texts
   */
  public static CodeUnit read(byte[] bytes, TypeTable table) {
    CodeReader r = new CodeReader(bytes, table, CodeReader::noText);
    List<Function> all = new ArrayList<>();
    for (int i = 0; i < r.functions.length; i++) {
      all.add(r.function(i));
    }
    CodeUnit u = r.withoutFunctions();
    return new CodeUnit(List.copyOf(all), u.globals(), u.methodSets(), u.init(), u.entry());
  }

  /** Begins to read a unit of which functions are read one by one. */
  public static CodeReader open(byte[] bytes, TypeTable table, Texts texts) {
    return new CodeReader(bytes, table, texts);
  }

  /** The function of a symbol, or null. */
  public @Nullable Function find(String symbol) {
    int low = 0;
    int high = symbols.length - 1;
    while (low <= high) {
      int mid = (low + high) >>> 1;
      int c = string(symbols[mid]).compareTo(symbol);
      if (c == 0) {
        return function(bySymbol[mid]);
      }
      if (c < 0) {
        low = mid + 1;
      } else {
        high = mid - 1;
      }
    }
    return null;
  }

  private Function function(int i) {
    Function f = functions[i];
    if (f == null) {
      in = part(functionsAt[i]);
      f = function();
      functions[i] = f;
    }
    return f;
  }

  private ByteReader part(int at) {
    ByteReader r = new ByteReader(bytes, at);
    r.count();
    return r;
  }

  // numbers and references

  private long unsigned() {
    return in.unsigned();
  }

  private int count() {
    return in.count();
  }

  private long signed() {
    return in.signed();
  }

  private boolean flag() {
    return in.flag();
  }

  private String string(int i) {
    String s = strings[i];
    if (s == null) {
      s = new ByteReader(bytes, stringsAt[i]).text();
      strings[i] = s;
    }
    return s;
  }

  private String string() {
    return string(count());
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
      l.add(in.one());
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
    ByteReader outer = in;
    in = part(typesAt[i]);
    TypeSpec s = spec();
    in = outer;
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

  /** The unit without its functions. */
  public CodeUnit withoutFunctions() {
    in = new ByteReader(bytes, rest);
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
    return new CodeUnit(List.of(), List.copyOf(globals), List.copyOf(sets), stringList(), string());
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
    BitSet unsigned = bits();
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
        unsigned,
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
    int k = in.one();
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
    Phrase why = phrase();
    List<Site.Flow> chain = new ArrayList<>();
    for (int n = count(); n > 0; n--) {
      chain.add(new Site.Flow(string(), string(), string(), optionalPos()));
    }
    return new Site.Verdict(heap, why, List.copyOf(chain));
  }

  private Phrase phrase() {
    int k = in.one();
    return switch (k) {
      case 0 -> {
        String key = string();
        List<Phrase> args = new ArrayList<>();
        for (int n = count(); n > 0; n--) {
          args.add(phrase());
        }
        yield new Phrase.Said(key, List.copyOf(args));
      }
      case 1 -> new Phrase.Text(string());
      case 2 -> new Phrase.Number(signed());
      case 3 -> new Phrase.At(pos(), flag());
      default -> throw new IllegalArgumentException("phrase of kind " + k);
    };
  }
}
