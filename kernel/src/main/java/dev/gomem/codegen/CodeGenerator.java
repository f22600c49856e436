package dev.gomem.codegen;

import dev.gomem.code.CodeUnit;
import dev.gomem.code.Function;
import dev.gomem.code.Site;
import dev.gomem.escape.AllocSite;
import dev.gomem.ir.IrFunc;
import dev.gomem.ir.IrUnit;
import java.util.ArrayList;
import java.util.List;

/** The stage's door: a unit in ordered form to a unit of register code. */
public final class CodeGenerator {
  public CodeUnit generate(IrUnit unit) {
    List<Function> functions = new ArrayList<>();
    for (IrFunc f : unit.functions()) {
      functions.add(generate(f));
    }
    List<CodeUnit.Global> globals = new ArrayList<>();
    for (IrUnit.Global v : unit.globals()) {
      globals.add(new CodeUnit.Global(v.symbol(), v.name(), v.type(), v.pos()));
    }
    List<CodeUnit.MethodSet> sets = new ArrayList<>();
    for (IrUnit.MethodSet s : unit.methodSets()) {
      List<CodeUnit.Method> methods = new ArrayList<>();
      for (IrUnit.Method m : s.methods()) {
        methods.add(new CodeUnit.Method(m.name(), m.pkg(), m.type(), m.symbol()));
      }
      sets.add(new CodeUnit.MethodSet(s.type(), List.copyOf(methods)));
    }
    return new CodeUnit(
        List.copyOf(functions),
        List.copyOf(globals),
        List.copyOf(sets),
        List.copyOf(unit.init()),
        unit.entry());
  }

  /** A site as code carries it. */
  public static Site site(AllocSite s) {
    return Sites.of(s);
  }

  /** One function alone. */
  public Function generate(IrFunc f) {
    try {
      return new FunctionGenerator(f).generate();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "code generation of " + f.symbol() + ": " + e.getMessage(), e);
    }
  }
}
