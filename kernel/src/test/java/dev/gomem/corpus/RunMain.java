package dev.gomem.corpus;

import dev.gomem.code.Disassembler;
import dev.gomem.escape.Placement;
import dev.gomem.ir.IrPrinter;
import dev.gomem.machine.Debug;
import dev.gomem.machine.Limits;
import dev.gomem.source.Source;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs one program by hand: {@code RunMain [-ir] [-code] [-simple] [-stress] FILE}. */
final class RunMain {
  private RunMain() {}

  public static void main(String[] args) throws Exception {
    boolean ir = false;
    boolean code = false;
    Placement placement = Placement.GC;
    Debug debug = Debug.OFF;
    for (String a : args) {
      switch (a) {
        case "-ir" -> ir = true;
        case "-code" -> code = true;
        case "-simple" -> placement = Placement.SIMPLE;
        case "-stress" -> debug = Debug.STRESS;
        default -> {
          Programs p = new Programs();
          Path file = Path.of(a);
          Programs.Built b =
              p.build(
                  new Source(file.getFileName().toString(), Files.readAllBytes(file)), placement);
          b.diagnostics().forEach(System.err::println);
          if (ir && b.ir() != null) {
            System.err.println(IrPrinter.print(b.ir()));
          }
          if (code && b.unit() != null) {
            System.err.println(Disassembler.unit(b.unit()));
          }
          if (b.unit() != null) {
            Programs.Ran r = p.run(b.unit(), debug, Limits.DEFAULT);
            System.out.print(r.stdout());
            System.err.print(r.stderr());
            System.out.flush();
            System.exit(r.code());
          }
        }
      }
    }
  }
}
