package dev.gomem.session;

import dev.gomem.code.ByteReader;
import dev.gomem.code.ByteWriter;
import dev.gomem.escape.Tag;
import dev.gomem.syntax.Outline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A library package as the build has compiled it: what an importer must know beside its text, and
 * its code. {@link LibraryBuild} writes it; the code is decoded function by function by whoever
 * links it.
 *
 * @param name as its package clause says
 * @param imports paths of packages imported directly, in order of first import
 * @param outlines of its files, in the library's order
 * @param tags of the parameters of functions and methods, by the name that tracebacks print
 * @param code a unit as {@link dev.gomem.code.CodeWriter} writes it, without texts
 */
record BuiltPackage(
    String name,
    List<String> imports,
    List<Outline> outlines,
    Map<String, List<Tag>> tags,
    byte[] code) {

  byte[] write() {
    ByteWriter out = new ByteWriter();
    out.text(name);
    out.unsigned(imports.size());
    imports.forEach(out::text);
    out.unsigned(outlines.size());
    for (Outline o : outlines) {
      out.unsigned(o.gaps().size());
      int before = 0;
      for (Outline.Gap g : o.gaps()) {
        out.unsigned(g.kind().ordinal());
        out.unsigned(g.start() - before);
        out.unsigned(g.end() - g.start());
        before = g.end();
        if (g.kind() == Outline.Kind.VALUES) {
          out.text(g.type());
        }
      }
    }
    out.unsigned(tags.size());
    tags.forEach((function, list) -> {
      out.text(function);
      out.unsigned(list.size());
      list.forEach(t -> out.text(t.encode()));
    });
    out.block(code);
    return out.toByteArray();
  }

  static BuiltPackage read(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    String name = in.text();
    List<String> imports = new ArrayList<>();
    for (int n = in.count(); n > 0; n--) {
      imports.add(in.text());
    }
    List<Outline> outlines = new ArrayList<>();
    for (int n = in.count(); n > 0; n--) {
      outlines.add(outline(in));
    }
    Map<String, List<Tag>> tags = new HashMap<>();
    for (int n = in.count(); n > 0; n--) {
      String function = in.text();
      List<Tag> list = new ArrayList<>();
      for (int i = in.count(); i > 0; i--) {
        list.add(Tag.decode(in.text()));
      }
      tags.put(function, List.copyOf(list));
    }
    return new BuiltPackage(name, List.copyOf(imports), List.copyOf(outlines), tags, in.block());
  }

  private static Outline outline(ByteReader in) {
    List<Outline.Gap> gaps = new ArrayList<>();
    int at = 0;
    for (int n = in.count(); n > 0; n--) {
      Outline.Kind kind = Outline.Kind.values()[in.count()];
      int start = at + in.count();
      at = start + in.count();
      gaps.add(new Outline.Gap(kind, start, at, kind == Outline.Kind.VALUES ? in.text() : ""));
    }
    return new Outline(gaps);
  }

  /** Tags of a function's parameters, the receiver's first, or null. */
  @Nullable List<Tag> tags(String function) {
    return tags.get(function);
  }
}
