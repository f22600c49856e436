package dev.gomem.escape;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Visits functions bottom up: callees before callers, functions that call each other together,
 * closures with the function around them. Tarjan's algorithm with two numbers a function, as
 * cmd/compile/internal/ir/scc.go has it, for the order of messages follows from it.
 */
final class CallGraph {
  private final Program program;
  private final Consumer<List<Func>> analyze;
  private final Map<Func, Long> numbers = new IdentityHashMap<>();
  private final List<Func> stack = new ArrayList<>();
  private long next;

  private CallGraph(Program program, Consumer<List<Func>> analyze) {
    this.program = program;
    this.analyze = analyze;
  }

  static void bottomUp(Program program, List<Func> funcs, Consumer<List<Func>> analyze) {
    CallGraph g = new CallGraph(program, analyze);
    for (Func f : funcs) {
      if (!f.isClosure()) {
        g.visit(f);
      }
    }
  }

  private long visit(Func f) {
    Long known = numbers.get(f);
    if (known != null) {
      return known;
    }
    if (program.tags(f, Placement.GC) != null) {
      return Long.MAX_VALUE; // analysed before
    }
    long id = ++next;
    numbers.put(f, id);
    long[] least = {++next};
    stack.add(f);
    for (Tree t : f.body) {
      t.visit(n -> {
        Func callee =
            switch (n) {
              case Tree.FuncName name ->
                  name.instance != null ? name.instance : program.func(name.obj);
              case Tree.Selector s when s.op == Op.METHVALUE || s.op == Op.METHEXPR ->
                  s.instance != null || s.method == null ? s.instance : program.func(s.method);
              case Tree.Closure c -> c.func;
              default -> null;
            };
        if (callee != null) {
          least[0] = Math.min(least[0], visit(callee));
        }
      });
    }
    if ((least[0] == id || least[0] == id + 1) && !f.isClosure()) {
      int i = stack.indexOf(f);
      List<Func> block = new ArrayList<>(stack.subList(i, stack.size()));
      block.forEach(g -> numbers.put(g, Long.MAX_VALUE));
      stack.subList(i, stack.size()).clear();
      analyze.accept(block);
    }
    return least[0];
  }
}
