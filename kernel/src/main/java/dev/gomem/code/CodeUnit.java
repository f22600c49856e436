package dev.gomem.code;

import dev.gomem.layout.RType;
import java.util.List;

/**
 * What one run of the compiler hands to the machine: functions, package variables, method sets.
 * Loading a unit adds to what earlier units defined; a symbol is defined once.
 *
 * @param functions in order of declaration
 * @param globals package variables, zeroed when loaded unless they exist with the same type
 * @param methodSets methods of types that may be asked for at run time (assertions, fmt)
 * @param init symbols of functions that initialise package variables and run init functions, in
 *     order
 * @param entry symbol of the function to run: {@code main.main}, or a cell's body; "" if none
 */
public record CodeUnit(
    List<Function> functions,
    List<Global> globals,
    List<MethodSet> methodSets,
    List<String> init,
    String entry) {

  /** A package variable. */
  public record Global(String symbol, String name, RType type, dev.gomem.source.Pos pos) {}

  /** Methods of a concrete type, sorted as interface methods are. */
  public record MethodSet(RType type, List<Method> methods) {}

  /**
   * @param pkg package path of an unexported name, else ""
   * @param type the method's type without receiver
   * @param symbol function whose first argument is the interface's data word
   */
  public record Method(String name, String pkg, RType type, String symbol) {}
}
