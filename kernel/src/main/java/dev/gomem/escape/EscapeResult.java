package dev.gomem.escape;

import dev.gomem.constant.Constant;
import dev.gomem.source.Diagnostic;
import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import dev.gomem.syntax.Node;
import dev.gomem.types.Obj;
import dev.gomem.types.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis decided about a package, a program or a cell; side tables over the tree,
 * queried by ir.
 */
public interface EscapeResult extends Tags {
  /**
   * The site of a variable that needs one (its address is taken, it is captured by reference, or it
   * is too large).
   */
  @Nullable AllocSite variable(Obj.Var v);

  /**
   * The site of an expression, whether or not it stands in parentheses. Every allocating expression
   * of the analysed code has one, but not in code that gc drops because it can't be reached: there
   * it is null.
   */
  default @Nullable AllocSite site(Node n, AllocSite.Kind kind) {
    return site(n, kind, 0);
  }

  /**
   * As {@link #site(Node, AllocSite.Kind)}, of value {@code value} of an expression that has
   * several (boxes only).
   */
  @Nullable AllocSite site(Node n, AllocSite.Kind kind, int value);

  /** True if the variable lives on the heap under the placement. */
  default boolean heap(Obj.Var v, Placement p) {
    AllocSite s = variable(v);
    return s != null && s.verdict(p).heap();
  }

  /** True if the address of the variable is taken or it is captured by reference somewhere. */
  boolean addressed(Obj.Var v);

  /**
   * True if a loop's variable is one variable for all iterations, since only a return gives its
   * address away.
   */
  boolean oneForAllIterations(Obj.Var v);

  /** How a closure takes a variable of an outer function: a copy, or its address. */
  boolean capturedByValue(Expr.FuncLit closure, Obj.Var v);

  /** Variables of outer functions a closure uses, in order of first use. */
  List<Obj.Var> captures(Expr.FuncLit closure);

  /**
   * The constant that stands for an expression because its variables are never reassigned (gc
   * replaces the operand of a conversion to an interface and the sizes of make before the
   * analysis), or null.
   */
  default @Nullable Constant constant(Expr e) {
    return null;
  }

  /**
   * True if a conversion from string to []byte may share the string's bytes, since nothing writes
   * them.
   */
  boolean zeroCopied(Node conversion);

  /**
   * How an append finds room on the stack, where gc lets it (never in lines of a session's {@code
   * main}).
   */
  enum AppendBuffer {
    /**
     * If the slice has length 0 and the new length fits, the first growth takes an array of 32
     * bytes of the frame, with all of its capacity; each array is used once.
     */
    WHOLE,
    /**
     * As long as the grown capacity fits, growth takes the same 32 bytes of the frame, one size
     * class at a time.
     */
    LADDER
  }

  /**
   * Before a statement gives the slice away: if its array is in the frame, copy it to the heap.
   *
   * @param append the first append to it in the function: the heap object is this one's
   * @param preserveCapacity keep capacity and what lies beyond the length; else the size class of
   *     the length
   */
  record MoveToHeap(Obj.Var slice, Expr.CallExpr append, boolean preserveCapacity) {}

  /** The stack buffer of an append of single elements, or null. Only under {@link Placement#GC}. */
  @Nullable AppendBuffer appendBuffer(Expr.CallExpr append);

  /**
   * What must be moved before a return or assignment (a statement or variable declaration), or
   * before the operands of a go or defer statement are copied, in this order. As {@link
   * #appendBuffer}.
   */
  List<MoveToHeap> movesBefore(Node statement);

  /**
   * A generic function's body, and what was decided about it for some type arguments.
   *
   * @param escape knows the sites of this instance only
   */
  record Instance(Generics.Body body, EscapeResult escape) {}

  /** The instance of a generic function, or of a generic type's method. */
  Instance instance(Obj.Func f, List<Type> typeArgs);

  /** All sites in order of position, those of instances among them. */
  List<AllocSite> sites();

  /** What gc refuses only when it makes code. */
  List<Diagnostic> faults();

  /** The lines of {@code go build -gcflags='-m -l'}, in gc's order: position and text. */
  List<Line> lines();

  /** One line of -m output. */
  record Line(Pos pos, String text) {
    /** {@code file:line:col: text}, as gc prints it. */
    @Override
    public String toString() {
      if (text.startsWith("moved to heap: #") && !pos.isKnown()) {
        return text; // gc has no place for it either
      }
      return (pos.isKnown() ? pos.printedLate() : pos.source().name() + ":1") + ": " + text;
    }
  }
}
