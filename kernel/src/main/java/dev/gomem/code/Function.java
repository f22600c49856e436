package dev.gomem.code;

import dev.gomem.layout.RType;
import dev.gomem.source.Pos;
import dev.gomem.source.Source;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled function: code, frame and maps. Relocatable: everything outside itself is named in
 * {@link #pool}. Frame offsets count up from the frame pointer; the saved frame pointer is at
 * {@code frameSize}, the return address at {@code frameSize + 8}, arguments begin at {@code
 * frameSize + 16} (each rounded up to 8 bytes), results follow.
 *
 * @param symbol unique link name with version ({@code main.add}, {@code main.add#2}, {@code
 *     main.main.func1})
 * @param name as Go prints it in a traceback
 * @param source text it was compiled from, null for what the compiler made itself
 * @param frameSize bytes below the saved frame pointer, a multiple of 8
 * @param argSize bytes of arguments, {@code resultSize} bytes of results
 * @param offsets per instruction: byte offset in {@code source} of the statement or call it belongs
 *     to, or -1
 * @param marks instructions that begin a statement (a step)
 * @param unsigned which indices have an unsigned type of 8 bytes (gc extends shorter ones to int),
 *     as the error of a failed check tells: bit 3 * i for instruction i's index or low bound, the
 *     next ones for its high bound and capacity
 * @param locals named variables, parameters, results and captures, in order of declaration
 * @param pointerSlots frame words (bit i: offset 8*i, arguments and results included) that ever
 *     hold pointers; the ones below the arguments are zeroed on entry
 * @param safepoints live pointer words by instruction: calls, back-edges, allocations; sorted by
 *     {@code pc}
 * @param deferReturn instruction where a recovered panic resumes (RUNDEFERS, RET), or -1
 * @param kind what the tables make of its frame
 */
public record Function(
    String symbol,
    String name,
    @Nullable Source source,
    Pos pos,
    Pos end,
    Kind kind,
    int frameSize,
    int argSize,
    int resultSize,
    int[] code,
    List<Pool> pool,
    int[] offsets,
    BitSet marks,
    BitSet unsigned,
    List<Local> locals,
    BitSet pointerSlots,
    List<Safepoint> safepoints,
    List<Site> sites,
    int deferReturn) {

  /** Whose function it is. */
  public enum Kind {
    /** The learner's. */
    USER,
    /** The base frame of a session or program. */
    MAIN,
    /** Compiler-made: method wrappers, initialisers. */
    WRAPPER,
    LIBRARY
  }

  /** What a named slot is. */
  public enum LocalKind {
    RECEIVER,
    PARAM,
    RESULT,
    LOCAL,
    /** Captured by value: the closure's own copy; captured by reference: boxed. */
    CAPTURE,
    TEMP
  }

  /**
   * A variable's place in the frame.
   *
   * @param offset frame offset of its slot
   * @param boxed the slot holds the address of the variable, which lives on the heap or in an outer
   *     frame
   * @param addressed its address is taken; its slot holds it at its own size
   * @param site index of the variable's site, or -1
   * @param scopes pairs of instruction indices: in scope from the first (inclusive) to the second
   *     (exclusive)
   */
  public record Local(
      String name,
      RType type,
      LocalKind kind,
      int offset,
      boolean boxed,
      boolean addressed,
      Pos pos,
      int site,
      int[] scopes) {}

  /** Words live (as roots) when the machine stops at {@code pc}: at calls, while the call runs. */
  public record Safepoint(int pc, BitSet live) {}

  public int instructions() {
    return code.length / 4;
  }
}
