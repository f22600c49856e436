package dev.gomem.session;

import dev.gomem.escape.AllocSite;
import dev.gomem.ir.IrBuilder.MainLocal;
import dev.gomem.ir.Var;
import dev.gomem.source.Pos;
import dev.gomem.types.Obj;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a session's {@code main} frame: which local (or nameless thing that stayed on the
 * stack) has which bytes, counted down from the frame's top. A slot is given up when its variable
 * is shadowed and nothing points to it, and then taken again. Immutable to outsiders: a cell works
 * on a copy.
 */
final class MainFrame {
  /**
   * @param obj the variable, or a stand-in for what an expression made
   * @param nameless no variable that later cells can name
   * @param depth bytes from the frame's top down to the slot's low end
   * @param size bytes
   */
  record Slot(
      Obj.Var obj, Var var, int depth, int size, boolean nameless, @Nullable AllocSite site) {}

  private final List<Slot> slots;

  MainFrame() {
    this(List.of());
  }

  private MainFrame(List<Slot> slots) {
    this.slots = new ArrayList<>(slots);
  }

  MainFrame copy() {
    return new MainFrame(slots);
  }

  List<Slot> slots() {
    return List.copyOf(slots);
  }

  /** For the builder of the next cell, in order of declaration. */
  List<MainLocal> locals() {
    return slots.stream().map(s -> new MainLocal(s.obj, s.var)).toList();
  }

  /** With a slot put back. */
  MainFrame with(Slot slot) {
    MainFrame f = copy();
    f.slots.add(slot);
    return f;
  }

  void drop(Slot slot) {
    slots.remove(slot);
  }

  /** Finds room for a new variable, as near to the top as there is some, and fixes it there. */
  void place(Obj.@Nullable Var obj, Var v, boolean nameless) {
    int size = Math.max(8, v.slotSize());
    int depth = size;
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Slot s : slots) {
        // Slots are the bytes from depth down to depth - size.
        if (depth > s.depth - s.size && depth - size < s.depth) {
          depth = s.depth + size;
          moved = true;
        }
      }
    }
    v.setFixedSlot(depth);
    Obj.Var named =
        obj != null ? obj : new Obj.Var(Pos.NONE, null, "", null, Obj.VarKind.LOCAL_VAR);
    slots.add(new Slot(named, v, depth, size, nameless, v.site()));
  }

  /** The variable now lives on the heap: its slot's first word holds its address. */
  Slot box(Slot slot, AllocSite site) {
    Var old = slot.var;
    Var boxed = new Var(old.name(), old.type(), old.kind(), old.pos(), true, false, site);
    boxed.setFixedSlot(slot.depth);
    Slot next = new Slot(slot.obj, boxed, slot.depth, slot.size, slot.nameless, site);
    slots.set(slots.indexOf(slot), next);
    return next;
  }

  @Nullable Slot of(Obj.Var v) {
    for (Slot s : slots) {
      if (s.obj == v) {
        return s;
      }
    }
    return null;
  }

  /** The slot of what an expression made: sites are told by place and kind. */
  @Nullable Slot of(AllocSite site) {
    for (Slot s : slots) {
      AllocSite own = s.site;
      if (s.nameless && own != null && own.pos().equals(site.pos()) && own.kind() == site.kind()) {
        return s;
      }
    }
    return null;
  }
}
