package dev.gomem.machine;

import dev.gomem.code.CodeUnit;
import dev.gomem.code.Function;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text segment: which instruction stands at which address. A function gets its addresses when
 * its symbol is first needed, and is decoded at its first call; so a large library costs nothing
 * until it runs.
 */
final class Text {
  /** The instruction at each text address, once decoded; see {@link Code#TEXT}. */
  Node[] nodes = new Node[1024];

  /** The function of each text address. */
  Code[] owners = new Code[1024];

  private int size;
  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, Function> functions = new HashMap<>();

  /** Symbols in the order in which they came: nothing is ever put in another's place. */
  private final List<String> placed = new ArrayList<>();

  private final List<String> defined = new ArrayList<>();
  private Machine.Finder finder = symbol -> null;

  void finder(Machine.Finder f) {
    finder = f;
  }

  void add(CodeUnit unit) {
    unit.functions().forEach(this::add);
  }

  void add(Function f) {
    if (functions.putIfAbsent(f.symbol(), f) == null) {
      defined.add(f.symbol());
    }
  }

  /** The function of a symbol. */
  Code code(String symbol) {
    Code c = findCode(symbol);
    if (c == null) {
      throw new MachineFault("undefined symbol " + symbol);
    }
    return c;
  }

  @Nullable Code findCode(String symbol) {
    Code c = codes.get(symbol);
    if (c != null) {
      return c;
    }
    Function f = functions.get(symbol);
    if (f == null) {
      f = finder.find(symbol);
    }
    if (f == null) {
      return null;
    }
    c = place(f, f.instructions());
    codes.put(symbol, c);
    placed.add(symbol);
    return c;
  }

  /** Gives a function {@code n} text addresses. */
  Code place(Function f, int n) {
    Code c = new Code(f, size);
    size += Math.max(1, n);
    if (size > nodes.length) {
      int most = Math.max(size, 2 * nodes.length);
      nodes = Arrays.copyOf(nodes, most);
      owners = Arrays.copyOf(owners, most);
    }
    Arrays.fill(owners, c.index, size, c);
    Arrays.fill(nodes, c.index, size, c.entryStop);
    return c;
  }

  /** Text address to instruction number. */
  static int index(long address) {
    return (int) (address - Code.TEXT) >> 2;
  }

  /** The function an address lies in, or null. */
  @Nullable Code at(long address) {
    long i = (address - Code.TEXT) >> 2;
    return i >= 0 && i < size ? owners[(int) i] : null;
  }

  /** What a checkpoint keeps: how much there was. */
  record State(int placed, int defined) {}

  State state() {
    return new State(placed.size(), defined.size());
  }

  /** Goes back to an earlier state; addresses given since stay taken. */
  void restore(State s) {
    forget(placed, s.placed, codes);
    forget(defined, s.defined, functions);
  }

  private static void forget(List<String> order, int keep, Map<String, ?> map) {
    List<String> late = order.subList(keep, order.size());
    late.forEach(map::remove);
    late.clear();
  }
}
