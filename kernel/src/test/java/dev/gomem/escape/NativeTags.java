package dev.gomem.escape;

import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import dev.gomem.types.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tags gc itself gave to the library's functions, read from what it prints about their
 * parameters. It does not print the depth of "leaking param content"; 1 stands for it.
 */
final class NativeTags implements Tags {
  private static final Pattern TO_RESULT =
      Pattern.compile("leaking param: (\\S+) to result (\\S+) level=(\\d+)");
  private static final Pattern DEREFS =
      Pattern.compile("(mutates|calls) param: (\\S+) derefs=(\\d+)");

  private final Map<String, Map<String, List<String>>> packages = new HashMap<>();

  @Override
  public @Nullable List<Tag> tags(Obj.Func f, Placement p) {
    Package pkg = f.pkg();
    if (pkg == null || pkg.path().equals("main")) {
      return null;
    }
    Map<String, List<String>> lines = packages.computeIfAbsent(pkg.path(), NativeTags::read);
    Signature sig = f.origin().signature();
    List<Obj.Var> params = new ArrayList<>();
    if (sig.recv() != null) {
      params.add(sig.recv());
    }
    params.addAll(sig.params().vars());
    List<Tag> tags = new ArrayList<>();
    for (Obj.Var v : params) {
      tags.add(tag(v, sig, lines));
    }
    return tags;
  }

  private static Map<String, List<String>> read(String path) {
    Map<String, List<String>> at = new HashMap<>();
    for (NativeEscape.Message m :
        NativeEscape.library(path, "-m -d=escapemutationscalls=1", List.of(path))
            .getOrDefault(path, List.of())) {
      at.computeIfAbsent(path + "/" + m.file() + ":" + m.position(), k -> new ArrayList<>())
          .add(m.text());
    }
    return at;
  }

  private static Tag tag(Obj.Var v, Signature sig, Map<String, List<String>> lines) {
    if (v.name().isEmpty() || v.name().equals("_") || !TypeFacts.hasPointers(v.type())) {
      return Tag.NONE;
    }
    Tag tag = Tag.NONE;
    boolean said = false;
    for (String line : lines.getOrDefault(v.pos().toString(), List.of())) {
      Matcher m = TO_RESULT.matcher(line);
      Matcher d = DEREFS.matcher(line);
      if (m.matches()) {
        tag = tag.with(Tag.RESULT + result(sig, m.group(2)), Integer.parseInt(m.group(3)));
        said = true;
      } else if (d.matches()) {
        int kind = d.group(1).equals("calls") ? Tag.CALLEE : Tag.MUTATOR;
        tag = tag.with(kind, Integer.parseInt(d.group(3)));
        said = true;
      } else if (line.equals("leaking param: " + v.name())) {
        tag = tag.with(Tag.HEAP, 0);
        said = true;
      } else if (line.equals("leaking param content: " + v.name())) {
        tag = tag.with(Tag.HEAP, 1);
        said = true;
      } else if (line.startsWith(v.name() + " does not escape")) {
        said = true;
      }
    }
    return said ? tag : Tag.LEAKS;
  }

  private static int result(Signature sig, String name) {
    if (name.startsWith("~r")) {
      return Integer.parseInt(name.substring(2));
    }
    List<Obj.Var> results = sig.results().vars();
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException("no result " + name);
  }
}
