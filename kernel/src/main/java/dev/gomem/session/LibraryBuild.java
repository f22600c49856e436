package dev.gomem.session;

import dev.gomem.code.CodeWriter;
import dev.gomem.escape.EscapeResult;
import dev.gomem.escape.Placement;
import dev.gomem.escape.Tag;
import dev.gomem.ir.Symbols;
import dev.gomem.library.Library;
import dev.gomem.syntax.Decl;
import dev.gomem.types.Obj;
import dev.gomem.types.Package;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The library compiled once, when gomem is built, so that no learner waits for it. The same texts
 * and the same compiler give the same bytes.
 */
public final class LibraryBuild {
  private LibraryBuild() {}

  /** Writes the compiled packages below the folder of the classes that {@code args[0]} names. */
  public static void main(String[] args) throws IOException {
    for (Map.Entry<String, byte[]> e : compile(Library.ofTexts()).entrySet()) {
      Path file = Path.of(args[0]).resolve(Library.compiledName(e.getKey()).substring(1));
      Files.createDirectories(file.getParent());
      Files.write(file, e.getValue());
    }
  }

  /** All packages by import path. */
  static Map<String, byte[]> compile(Library library) {
    Toolchain toolchain = new Toolchain(library);
    Backend backend = new Backend(toolchain);
    Map<String, byte[]> out = new LinkedHashMap<>();
    for (String path : library.paths()) {
      Toolchain.Checked checked = toolchain.checked(path);
      Package pkg = checked.result().pkg();
      out.put(
          path,
          new BuiltPackage(
                  pkg.name(),
                  pkg.imports().stream().map(Package::path).filter(library::has).toList(),
                  new Outliner(pkg, library.sources(path)).outlines(),
                  tags(checked, toolchain.escaped(path)),
                  CodeWriter.writeWithoutTexts(backend.fromTexts(path)))
              .write());
    }
    return out;
  }

  private static Map<String, List<Tag>> tags(Toolchain.Checked checked, EscapeResult escape) {
    Map<String, List<Tag>> out = new LinkedHashMap<>();
    for (Decl.FuncDecl d : Toolchain.functions(checked.files())) {
      Obj.Func f = checked.result().info().func(d);
      List<Tag> tags = f == null ? null : escape.tags(f, Placement.GC);
      if (f != null && tags != null) {
        out.put(Symbols.functionName(f), tags);
      }
    }
    return out;
  }
}
