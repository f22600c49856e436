package dev.gomem.corpus;

import dev.gomem.types.Annotations;
import dev.gomem.types.GoSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The wrong programs that Go's own suites are made of, read where they lie: of its checker ({@code
 * internal/types/testdata}), its parser ({@code syntax/testdata}) and its test folder (files whose
 * first line is {@code // errorcheck} and nothing more). What the suites expect is blanked out of
 * the texts, so that columns stay.
 */
final class GoTestdata {
  /**
   * A package, named by suite, folder and file.
   *
   * @param files texts by name; of a package with one file that is {@link NativeBuild#MAIN}
   * @param raw the only file as it stands, or ""
   */
  record Unit(String name, Map<String, byte[]> files, String raw) {}

  /** These ask for other systems or for C; the suites pass them over here as well. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("(?m)^//go:build (386|wasm|cgo)\\b|^import \"C\"|fakeImportC");

  private static final Pattern EXPECTED = Pattern.compile("(?m)// (?:GC_)?ERROR .*?(?=\\*/|$)");
  private static final Pattern BEFORE_TOKEN = Pattern.compile("/\\* ERROR .*?\\*/");

  private GoTestdata() {}

  static List<Unit> all() throws IOException {
    Path root = Path.of(GoSources.go("env", "GOROOT").strip());
    List<Unit> units = new ArrayList<>();
    Path types = root.resolve("src/internal/types/testdata");
    for (String folder : List.of("check", "examples", "fixedbugs", "spec")) {
      for (Path p : sorted(types.resolve(folder))) {
        String name = "types/" + folder + "/" + p.getFileName();
        if (Files.isDirectory(p)) {
          Map<String, byte[]> files = new LinkedHashMap<>();
          for (Path f : sorted(p)) {
            files.put(f.getFileName().toString(), bytes(new Annotations(read(f)).blanked()));
          }
          units.add(new Unit(name, files, ""));
        } else if (p.toString().endsWith(".go")) {
          add(units, name, read(p), new Annotations(read(p)).blanked());
        }
      }
    }
    for (Path p : sorted(root.resolve("src/cmd/compile/internal/syntax/testdata"))) {
      String text = read(p);
      add(units, "syntax/" + p.getFileName(), text, blank(BEFORE_TOKEN, blank(EXPECTED, text)));
    }
    units.addAll(errorcheck(root.resolve("test")));
    return units;
  }

  /** Only those of the test folder. A Go without that folder has none. */
  static List<Unit> errorcheck(Path folder) throws IOException {
    List<Unit> units = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return units;
    }
    try (Stream<Path> s = Files.walk(folder)) {
      for (Path p : s.filter(f -> f.toString().endsWith(".go")).sorted().toList()) {
        String text = read(p);
        int end = text.indexOf('\n');
        if (end > 0 && text.substring(0, end).strip().equals("// errorcheck")) {
          add(units, "test/" + folder.relativize(p), text, blank(EXPECTED, text));
        }
      }
    }
    return units;
  }

  private static void add(List<Unit> units, String name, String raw, String blanked) {
    if (!ELSEWHERE.matcher(raw).find()) {
      units.add(new Unit(name, Map.of(NativeBuild.MAIN, bytes(blanked)), raw));
    }
  }

  /** Texts are kept byte for byte, valid UTF-8 or not. */
  private static String read(Path p) throws IOException {
    return Files.readString(p, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String blank(Pattern what, String text) {
    Matcher m = what.matcher(text);
    return m.replaceAll(r -> " ".repeat(r.end() - r.start()));
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> s = Files.list(folder)) {
      return s.filter(p -> !p.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }
}
