package dev.gomem.snapshot;

import dev.gomem.source.Phrase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the tables show at one instant. Addresses are the machine's; sizes are bytes. What a
 * table leaves out is counted in {@link LeftOut}: every local, object and pointer appears or is
 * counted.
 *
 * @param line source line (from 1) of the innermost learner's frame: the statement being run, or
 *     the last one run
 * @param ended the cell has ended: {@code line} was the last statement
 * @param stacks of main and of the first of the other goroutines; {@code others} counts those that
 *     are not drawn
 */
public record Snapshot(
    int line,
    boolean ended,
    List<Stack> stacks,
    List<Others> others,
    Heap heap,
    List<Slot> data,
    LeftOut leftOut) {

  /** The same with the names of popped frames, by goroutine. */
  public Snapshot withGone(Map<Integer, List<String>> gone) {
    List<Stack> with =
        stacks.stream().map(s -> s.withGone(gone.getOrDefault(s.goroutine, List.of()))).toList();
    return new Snapshot(line, ended, with, others, heap, data, leftOut);
  }

  /** The stack of who runs, or of main if all wait. */
  public Stack running() {
    for (Stack s : stacks) {
      if (s.running()) {
        return s;
      }
    }
    return stacks.get(0);
  }

  /** Goroutines of the same kind that are not drawn: where they stand, and how many there are. */
  public record Others(String function, int line, String status, int count) {}

  /**
   * One goroutine's stack.
   *
   * @param status as Go's dumps say: {@code running}, {@code chan receive}
   * @param startedBy function with the go statement, at {@code startLine}; "" for main
   * @param low lowest address of the segment, {@code high} the end; frames grow from high to low
   * @param used bytes from the innermost frame's low end to {@code high}
   * @param frames outermost (main) first
   * @param gone functions whose popped frames lay in the free part, latest last
   */
  public record Stack(
      int goroutine,
      String status,
      String startedBy,
      int startLine,
      long low,
      long high,
      long used,
      List<Frame> frames,
      List<String> gone) {
    private Stack withGone(List<String> names) {
      return new Stack(goroutine, status, startedBy, startLine, low, high, used, frames, names);
    }

    public boolean running() {
      return status.equals("running");
    }
  }

  /**
   * One frame.
   *
   * @param function as Go prints it, without the package for package main: {@code add}, {@code
   *     (*T).Inc}
   * @param low lowest address; {@code size} bytes in all: locals and temporaries, saved frame
   *     pointer and return address
   * @param line source line being run, or of the call in progress; 0 if unknown
   * @param source text the line is of: a cell or file name
   * @param returnAddress the word itself; {@code returnsTo} what it leads to: {@code main, line 8}
   * @param argBytes bytes of arguments and results above the frame (in the caller's outgoing area)
   * @param localBytes bytes of named variables
   * @param folded this row stands for so many more frames of the same function (recursion), or
   *     library frames
   */
  public record Frame(
      String function,
      FrameKind kind,
      long low,
      long size,
      int line,
      String source,
      long savedFramePointer,
      long returnAddress,
      String returnsTo,
      int returnLine,
      long argBytes,
      long localBytes,
      List<Slot> slots,
      int folded,
      @Nullable String version) {}

  /** Whose frame it is. */
  public enum FrameKind {
    MAIN,
    USER,
    LIBRARY,
    WRAPPER
  }

  /**
   * A variable's slot in a frame, or a package variable.
   *
   * @param address of the variable; for a boxed one the address of the slot that holds its address
   * @param role parameter, result, local, …
   * @param boxed the variable lives on the heap (or in an outer frame); {@code value} is the
   *     pointer to it
   * @param lastUse line after which it is used no more, 0 if it is live
   * @param why its site's decision, if it has one
   * @param shadowed cell that declared it if a newer variable has its name: {@code In [3]}
   */
  public record Slot(
      String name,
      String type,
      long address,
      long size,
      Role role,
      boolean boxed,
      Value value,
      Change change,
      int lastUse,
      @Nullable Decision why,
      @Nullable String shadowed) {}

  /** What a slot is. */
  public enum Role {
    RECEIVER,
    PARAMETER,
    RESULT,
    LOCAL,
    CAPTURE,
    PACKAGE
  }

  /** Against the moment before, or the cell's start. */
  public record Change(Kind kind, @Nullable String was) {
    public static final Change SAME = new Change(Kind.SAME, null);

    /** Kinds. */
    public enum Kind {
      SAME,
      NEW,
      CHANGED
    }
  }

  /**
   * The heap.
   *
   * @param objects the learner's objects in order of allocation
   * @param folded objects of library code and implicit boxing, by line
   * @param liveBytes bytes of size classes in use, {@code askedBytes} what was asked for
   */
  public record Heap(
      List<HeapObject> objects,
      List<FoldedObjects> folded,
      long count,
      long askedBytes,
      long liveBytes,
      long garbageCount,
      long garbageBytes) {}

  /**
   * One object.
   *
   * @param plate its number: H1 is 1
   * @param name the variable that lives in it ({@code number} of {@code getNum}), or null
   * @param what {@code variable}, {@code new}, {@code make slice} … (the site's kind), {@code map
   *     group}
   * @param size bytes asked for, {@code slot} bytes of its size class
   * @param solid elements in use (the longest slice that holds it), or -1 if that means nothing
   * @param tiny shares its 16-byte slot with other small objects without pointers; all of them are
   *     freed together
   * @param holders where pointers to it stand: {@code main.p}, {@code H2[1]}, {@code counter}
   *     (package variable)
   * @param line source line that made it, in {@code source}
   */
  public record HeapObject(
      int plate,
      String type,
      @Nullable String name,
      String what,
      String function,
      int line,
      String source,
      long address,
      long size,
      long slot,
      Value value,
      long solid,
      boolean tiny,
      boolean garbage,
      Change change,
      List<String> holders,
      int moreHolders,
      @Nullable Decision why) {}

  /** Objects without plates: {@code boxed for fmt.Println, line 7: 1 object, 8 bytes}. */
  public record FoldedObjects(
      Why why, String subject, int line, long count, long bytes, boolean garbage) {
    /** Why they are folded. */
    public enum Why {
      BOX,
      LIBRARY,
      IMPLICIT,
      EARLIER_GARBAGE,
      LIMIT
    }
  }

  /** What was not drawn. */
  public record LeftOut(long frames, long locals, long objects, long pointers) {
    public static final LeftOut NOTHING = new LeftOut(0, 0, 0, 0);
  }

  /**
   * A site's decision under both placements, as data.
   *
   * @param kind the site's kind
   * @param subject as gc prints it
   * @param heap where it is in this run
   * @param gcHeap where gc's analysis puts it, {@code simpleHeap} where the simple rule does
   * @param sentence where it is and why, under the placement in force; its second parameter is for
   *     plates
   */
  public record Decision(
      String kind,
      String subject,
      String function,
      int line,
      boolean heap,
      boolean gcHeap,
      boolean simpleHeap,
      Phrase sentence) {}
}
