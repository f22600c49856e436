package dev.gomem.machine;

import dev.gomem.code.CodeUnit;
import dev.gomem.code.Function;
import dev.gomem.layout.TypeTable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A machine for tests, with what it prints. */
final class Bench {
  final TypeTable types = new TypeTable();
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final Map<String, JavaBody> bodies = new HashMap<>();
  private final List<Function> functions = new ArrayList<>();
  Limits limits = Limits.DEFAULT;
  Debug debug = Debug.OFF;
  long seed = 1;

  Bench add(Asm... asm) {
    for (Asm a : asm) {
      functions.add(a.build());
    }
    return this;
  }

  Machine machine() {
    Machine m = new Machine(types, bodies, (fd, b) -> out.writeBytes(b), limits, debug, seed);
    m.load(new CodeUnit(List.copyOf(functions), List.of(), List.of(), List.of(), ""));
    return m;
  }

  String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
