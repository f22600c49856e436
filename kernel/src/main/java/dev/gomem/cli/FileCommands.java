package dev.gomem.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.gomem.render.Renderer;
import dev.gomem.session.CellIo;
import dev.gomem.session.Excerpts;
import dev.gomem.session.FileRunner;
import dev.gomem.session.Reply;
import dev.gomem.session.Session;
import dev.gomem.snapshot.Picture;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Source;
import dev.gomem.source.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The subcommands over a file. Each prints what the Go tool it stands beside prints, to the same
 * streams.
 */
final class FileCommands {
  private static final int BUILD_FAILED = 1;
  private static final int INCOMPLETE = 3;

  private FileCommands() {}

  private static final PrintStream OUT =
      new PrintStream(
          new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
  private static final PrintStream ERR =
      new PrintStream(
          new java.io.FileOutputStream(java.io.FileDescriptor.err), false, StandardCharsets.UTF_8);

  private static final class Console implements CellIo {
    @Override
    public void stdout(byte[] bytes) {
      OUT.write(bytes, 0, bytes.length);
    }

    @Override
    public void stderr(byte[] bytes) {
      OUT.flush();
      ERR.write(bytes, 0, bytes.length);
      ERR.flush();
    }

    @Override
    public @Nullable String readLine(String prompt) {
      return null;
    }
  }

  private static Source read(Path file) throws IOException {
    Path name = file.getFileName();
    return new Source(name == null ? file.toString() : name.toString(), Files.readAllBytes(file));
  }

  /** At most ten as the compiler, unless all are asked for. */
  private static int report(List<Diagnostic> wrong, boolean all) {
    int n = 0;
    for (Diagnostic d : wrong) {
      if (!all && n++ == Excerpts.MOST) {
        ERR.println("too many errors");
        break;
      }
      ERR.println(d);
    }
    ERR.flush();
    return wrong.isEmpty() ? 0 : BUILD_FAILED;
  }

  static int check(Path file, boolean all) throws IOException {
    return report(new FileRunner().check(read(file)), all);
  }

  static int escape(Path file) throws IOException {
    FileRunner.Escapes e = new FileRunner().escape(read(file));
    e.lines().forEach(l -> OUT.println(l.pos() + ": " + l.text()));
    OUT.flush();
    return report(e.wrong(), false);
  }

  static int run(Path file) throws IOException {
    FileRunner.Ran r = new FileRunner().run(read(file), true, false, new Console());
    OUT.flush();
    if (!r.wrong().isEmpty()) {
      return report(r.wrong(), false);
    }
    ERR.print(r.error());
    ERR.flush();
    return r.exitCode();
  }

  static int show(Path file, String placement, String format) throws IOException {
    if (!placement.equals("gc") && !placement.equals("simple")) {
      ERR.println("--placement is gc or simple");
      ERR.flush();
      return Main.EXIT_USAGE;
    }
    if (!format.equals("text") && !format.equals("html")) {
      ERR.println(
          format.equals("json") || format.equals("page")
              ? "not supported yet: --format " + format
              : "--format is text, html, json or page");
      ERR.flush();
      return Main.EXIT_USAGE;
    }
    FileRunner.Ran r = new FileRunner().run(read(file), placement.equals("gc"), true, CellIo.NONE);
    if (!r.wrong().isEmpty()) {
      return report(r.wrong(), false);
    }
    Picture p = r.picture();
    if (p != null) {
      Renderer.Views v = new Renderer(new Words("en")).draw(p);
      OUT.print(format.equals("html") ? v.html() : v.text());
      OUT.flush();
    }
    ERR.print(r.error());
    ERR.flush();
    return r.exitCode();
  }

  /** Runs a notebook's cells as a kernel would and prints the Go file they stand for. */
  static int assemble(Path notebook) throws IOException {
    Session session = Session.open(new Words("en"));
    int n = 0;
    try {
      JsonArray cells =
          JsonParser.parseString(Files.readString(notebook))
              .getAsJsonObject()
              .getAsJsonArray("cells");
      for (JsonElement e : cells) {
        JsonObject cell = e.getAsJsonObject();
        if (cell.get("cell_type").getAsString().equals("code")) {
          Reply unused = session.execute(source(cell.get("source")), ++n, false, CellIo.NONE);
        }
      }
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      ERR.println(notebook + ": not a notebook");
      ERR.flush();
      return BUILD_FAILED;
    }
    Session.Assembly a = session.assemble();
    OUT.print(a.text());
    OUT.flush();
    return a.complete() ? 0 : INCOMPLETE;
  }

  private static String source(JsonElement e) {
    if (e.isJsonArray()) {
      StringBuilder b = new StringBuilder();
      e.getAsJsonArray().forEach(line -> b.append(line.getAsString()));
      return b.toString();
    }
    return e.getAsString();
  }
}
