package dev.gomem.ir;

import dev.gomem.escape.AllocSite;
import dev.gomem.layout.RType;
import dev.gomem.source.Pos;
import org.jspecify.annotations.Nullable;

/**
 * A slot of a function's frame: parameter, result, named variable, capture or temporary. Compared
 * by identity.
 *
 * <p>A <i>boxed</i> variable lives elsewhere (on the heap, or in an outer frame for a capture by
 * reference): its slot holds its address, and {@link IrExpr.VarRef} of it denotes that address
 * (type {@code *T}), so its value is {@code Deref(VarRef(v))}.
 */
public final class Var {
  /** What a slot is for; as {@code code.Function.LocalKind}. */
  public enum Kind {
    RECEIVER,
    PARAM,
    RESULT,
    LOCAL,
    CAPTURE,
    TEMP
  }

  private final String name;
  private final RType type;
  private final Kind kind;
  private final Pos pos;
  private final boolean boxed;
  private final boolean addressed;
  private final @Nullable AllocSite site;
  private int fixedSlot = -1;

  /**
   * @param name as declared; "" for temporaries
   * @param type the declared type, also for boxed variables
   * @param addressed the slot's address is taken (never for boxed ones)
   */
  public Var(
      String name,
      RType type,
      Kind kind,
      Pos pos,
      boolean boxed,
      boolean addressed,
      @Nullable AllocSite site) {
    this.name = name;
    this.type = type;
    this.kind = kind;
    this.pos = pos;
    this.boxed = boxed;
    this.addressed = addressed;
    this.site = site;
  }

  public String name() {
    return name;
  }

  public RType type() {
    return type;
  }

  public Kind kind() {
    return kind;
  }

  public Pos pos() {
    return pos;
  }

  public boolean boxed() {
    return boxed;
  }

  public boolean addressed() {
    return addressed;
  }

  public @Nullable AllocSite site() {
    return site;
  }

  /** Bytes of its slot: a word if boxed, else its size rounded up to words. */
  public int slotSize() {
    return boxed ? 8 : (int) ((type.size() + 7) / 8 * 8);
  }

  /**
   * For locals of a session's {@code main}: bytes from the saved frame pointer down to the slot's
   * low end, chosen by the session and kept from cell to cell; -1 for all others.
   */
  public int fixedSlot() {
    return fixedSlot;
  }

  public void setFixedSlot(int bytesBelowTop) {
    this.fixedSlot = bytesBelowTop;
  }

  @Override
  public String toString() {
    return name.isEmpty() ? "t" + Integer.toHexString(System.identityHashCode(this)) : name;
  }
}
