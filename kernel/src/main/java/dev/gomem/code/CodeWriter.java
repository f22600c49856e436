package dev.gomem.code;

import dev.gomem.layout.RType;
import dev.gomem.layout.RuntimeFn;
import dev.gomem.source.Phrase;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A unit as bytes: tables of strings, sources and types, each in order of first use, then the unit,
 * which names them by index. Types and functions stand with their lengths, and functions are found
 * by symbol, so that a reader takes only what it needs. The form is canonical: writing what {@link
 * CodeReader} read gives the same bytes.
 */
public final class CodeWriter {
  static final int MAGIC = 0x476f4d43; // "GoMC"
  static final int VERSION = 4;

  private ByteWriter out = new ByteWriter();
  private final boolean withTexts;
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final Map<Source, Integer> sources = new IdentityHashMap<>();
  private final List<Source> sourceList = new ArrayList<>();
  private final Map<RType, Integer> types = new IdentityHashMap<>();
  private final List<RType> typeList = new ArrayList<>();

  private CodeWriter(boolean withTexts) {
    this.withTexts = withTexts;
  }

  public static byte[] write(CodeUnit unit) {
    return new CodeWriter(true).all(unit);
  }

  /** Without the texts of its sources, which whoever reads it has. */
  public static byte[] writeWithoutTexts(CodeUnit unit) {
    return new CodeWriter(false).all(unit);
  }

  private byte[] all(CodeUnit unit) {
    unit(unit);
    final ByteWriter body = out;
    // Types name types and strings: they are written until no new one turns up.
    ByteWriter typeParts = new ByteWriter();
    for (int i = 0; i < typeList.size(); i++) {
      out = new ByteWriter();
      typeDefinition(typeList.get(i));
      typeParts.part(out);
    }
    out = new ByteWriter();
    for (Source s : sourceList) {
      string(s.name());
      out.flag(withTexts);
      if (withTexts) {
        out.block(s.bytes(0, s.length()));
      }
    }
    ByteWriter texts = out;
    ByteWriter all = new ByteWriter();
    all.unsigned(MAGIC);
    all.unsigned(VERSION);
    all.unsigned(Op.values().length);
    all.unsigned(RuntimeFn.values().length);
    all.unsigned(strings.size());
    strings.keySet().forEach(all::text);
    all.unsigned(sourceList.size());
    all.writeBytes(texts.toByteArray());
    all.unsigned(typeList.size());
    all.writeBytes(typeParts.toByteArray());
    all.writeBytes(body.toByteArray());
    return all.toByteArray();
  }

  // references

  private void string(String s) {
    Integer i = strings.get(s);
    if (i == null) {
      i = strings.size();
      strings.put(s, i);
    }
    out.unsigned(i);
  }

  private int source(Source s) {
    Integer i = sources.get(s);
    if (i == null) {
      i = sourceList.size();
      sources.put(s, i);
      sourceList.add(s);
    }
    return i;
  }

  private void type(RType t) {
    Integer i = types.get(t);
    if (i == null) {
      i = typeList.size();
      types.put(t, i);
      typeList.add(t);
    }
    out.unsigned(i);
  }

  private void types(List<RType> l) {
    out.unsigned(l.size());
    for (RType t : l) {
      type(t);
    }
  }

  private void pos(@Nullable Pos p) {
    if (p == null) {
      out.unsigned(0);
    } else if (!p.isKnown()) {
      out.unsigned(1);
    } else {
      out.unsigned(2 + source(p.source()));
      out.unsigned(p.offset());
    }
  }

  private void flag(boolean b) {
    out.flag(b);
  }

  private void bits(BitSet b) {
    long[] words = b.toLongArray();
    out.unsigned(words.length);
    for (long w : words) {
      out.unsigned(w);
    }
  }

  private void strings(List<String> l) {
    out.unsigned(l.size());
    for (String s : l) {
      string(s);
    }
  }

  // types

  private void typeDefinition(RType t) {
    out.unsigned(t.kind().ordinal());
    flag(t.named());
    if (t.named()) {
      string(t.key());
      string(t.name());
    }
    switch (t.kind()) {
      case ARRAY -> {
        out.unsigned(t.len());
        type(t.elem());
      }
      case CHAN -> {
        out.unsigned(t.chanDir());
        type(t.elem());
      }
      case MAP -> {
        type(t.mapKey());
        type(t.elem());
      }
      case POINTER, SLICE -> type(t.elem());
      case FUNC -> {
        types(t.params());
        types(t.results());
        flag(t.variadic());
      }
      case INTERFACE -> {
        out.unsigned(t.methods().size());
        for (RType.Method m : t.methods()) {
          string(m.name());
          string(m.pkg());
          type(m.type());
        }
      }
      case STRUCT -> {
        out.unsigned(t.fields().size());
        for (RType.Field f : t.fields()) {
          string(f.name());
          type(f.type());
          flag(f.embedded());
          flag(f.exported());
          string(f.tag());
        }
      }
      default -> {}
    }
  }

  // the unit

  private void unit(CodeUnit u) {
    ByteWriter whole = out;
    whole.unsigned(u.functions().size());
    for (Function f : u.functions()) {
      out = new ByteWriter();
      function(f);
      whole.part(out);
    }
    out = whole;
    // Their numbers in order of symbol.
    IntStream.range(0, u.functions().size())
        .boxed()
        .sorted(Comparator.comparing(i -> u.functions().get(i).symbol()))
        .forEach(i -> {
          string(u.functions().get(i).symbol());
          out.unsigned(i);
        });
    out.unsigned(u.globals().size());
    for (CodeUnit.Global g : u.globals()) {
      string(g.symbol());
      string(g.name());
      type(g.type());
      pos(g.pos());
    }
    out.unsigned(u.methodSets().size());
    for (CodeUnit.MethodSet s : u.methodSets()) {
      type(s.type());
      out.unsigned(s.methods().size());
      for (CodeUnit.Method m : s.methods()) {
        string(m.name());
        string(m.pkg());
        type(m.type());
        string(m.symbol());
      }
    }
    strings(u.init());
    string(u.entry());
  }

  private void function(Function f) {
    string(f.symbol());
    string(f.name());
    Source s = f.source();
    out.unsigned(s == null ? 0 : 1 + source(s));
    pos(f.pos());
    pos(f.end());
    out.unsigned(f.kind().ordinal());
    out.unsigned(f.frameSize());
    out.unsigned(f.argSize());
    out.unsigned(f.resultSize());
    out.unsigned(f.code().length);
    for (int c : f.code()) {
      out.signed(c);
    }
    out.unsigned(f.pool().size());
    for (Pool p : f.pool()) {
      pool(p);
    }
    int before = 0;
    for (int o : f.offsets()) {
      out.signed(o - before);
      before = o;
    }
    bits(f.marks());
    bits(f.unsigned());
    out.unsigned(f.locals().size());
    for (Function.Local l : f.locals()) {
      local(l);
    }
    bits(f.pointerSlots());
    out.unsigned(f.safepoints().size());
    for (Function.Safepoint p : f.safepoints()) {
      out.unsigned(p.pc());
      bits(p.live());
    }
    out.unsigned(f.sites().size());
    for (Site site : f.sites()) {
      site(site);
    }
    out.signed(f.deferReturn());
  }

  private void local(Function.Local l) {
    string(l.name());
    type(l.type());
    out.unsigned(l.kind().ordinal());
    out.unsigned(l.offset());
    flag(l.boxed());
    flag(l.addressed());
    pos(l.pos());
    out.signed(l.site());
    out.unsigned(l.scopes().length);
    for (int s : l.scopes()) {
      out.unsigned(s);
    }
  }

  private void pool(Pool p) {
    switch (p) {
      case Pool.Bits b -> {
        out.write(0);
        out.signed(b.value());
      }
      case Pool.Bytes b -> {
        out.write(1);
        bytes(b.bytes());
      }
      case Pool.Func f -> {
        out.write(2);
        string(f.symbol());
      }
      case Pool.FuncValue f -> {
        out.write(3);
        string(f.symbol());
      }
      case Pool.Global g -> {
        out.write(4);
        string(g.symbol());
      }
      case Pool.Type t -> {
        out.write(5);
        type(t.type());
      }
      case Pool.Itab i -> {
        out.write(6);
        type(i.iface());
        type(i.concrete());
      }
      case Pool.ReadOnly r -> {
        out.write(7);
        type(r.of());
        bytes(r.bytes());
      }
      case Pool.Java j -> {
        out.write(8);
        string(j.symbol());
      }
    }
  }

  private void bytes(List<Byte> bytes) {
    out.unsigned(bytes.size());
    for (byte b : bytes) {
      out.write(b);
    }
  }

  private void site(Site s) {
    pos(s.pos());
    string(s.kind());
    string(s.subject());
    string(s.function());
    flag(s.implicit());
    verdict(s.gc());
    verdict(s.simple());
  }

  private void verdict(Site.Verdict v) {
    flag(v.heap());
    phrase(v.why());
    out.unsigned(v.chain().size());
    for (Site.Flow f : v.chain()) {
      string(f.from());
      string(f.to());
      string(f.why());
      pos(f.pos());
    }
  }

  private void phrase(Phrase p) {
    switch (p) {
      case Phrase.Said s -> {
        out.write(0);
        string(s.key());
        out.unsigned(s.args().size());
        s.args().forEach(this::phrase);
      }
      case Phrase.Text t -> {
        out.write(1);
        string(t.text());
      }
      case Phrase.Number n -> {
        out.write(2);
        out.signed(n.value());
      }
      case Phrase.At at -> {
        out.write(3);
        pos(at.pos());
        flag(at.elsewhere());
      }
    }
  }
}
