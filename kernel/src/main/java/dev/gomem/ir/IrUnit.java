package dev.gomem.ir;

import dev.gomem.layout.RType;
import dev.gomem.source.Pos;
import java.util.List;

/** A package, program or cell in ordered form; shapes as {@code code.CodeUnit}. */
public record IrUnit(
    List<IrFunc> functions,
    List<Global> globals,
    List<MethodSet> methodSets,
    List<String> init,
    String entry) {

  /** A package variable. */
  public record Global(String symbol, String name, RType type, Pos pos) {}

  /** All methods callable through an interface holding this concrete type. */
  public record MethodSet(RType type, List<Method> methods) {}

  /**
   * @param symbol takes the interface's data word as first argument
   */
  public record Method(String name, String pkg, RType type, String symbol) {}
}
