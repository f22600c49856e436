package dev.gomem.types;

import dev.gomem.source.Pos;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An interface type: the methods and elements as written, and the type set they stand for, computed
 * when first asked for. While {@link #complete} is not set, the type set is not known and not kept.
 */
public final class Interface implements Type {
  /** {@code interface{}} as the checker makes it itself. */
  static final Interface EMPTY = top();

  @Nullable Checker check;
  List<Obj.Func> methods = new ArrayList<>();
  List<Type> embeddeds = new ArrayList<>();

  /** Parallel to {@link #embeddeds}, or null. For messages. */
  @Nullable List<Pos> embedPos;

  /** Made around a constraint literal that is no interface. */
  boolean implicit;

  boolean complete;
  private @Nullable TypeSet tset;

  Interface(@Nullable Checker check) {
    this.check = check;
  }

  /**
   * A complete interface of methods (which get it as receiver unless they have one) and elements.
   */
  public static Interface of(List<Obj.Func> methods, List<Type> embeddeds) {
    if (methods.isEmpty() && embeddeds.isEmpty()) {
      return EMPTY;
    }
    Interface t = new Interface(null);
    for (Obj.Func m : methods) {
      Signature sig = m.signature();
      if (sig.recv() == null) {
        sig.setRecv(new Obj.Var(m.pos(), m.pkg(), "", t, Obj.VarKind.RECV_VAR));
      }
    }
    t.methods.addAll(methods);
    TypeSets.sortMethods(t.methods);
    t.embeddeds.addAll(embeddeds);
    t.complete = true;
    return t;
  }

  /** The interface that a constraint literal like {@code ~int|string} stands for. */
  static Interface implicit(List<Type> embeddeds) {
    Interface t = of(List.of(), embeddeds);
    t.implicit = true;
    return t;
  }

  /**
   * A new interface without methods or elements (each {@code any} is told apart by identity in
   * messages).
   */
  static Interface top() {
    Interface t = new Interface(null);
    t.complete = true;
    t.tset = TypeSet.TOP;
    return t;
  }

  /** Methods as written, sorted. */
  public List<Obj.Func> explicitMethods() {
    return methods;
  }

  public List<Type> embeddeds() {
    return embeddeds;
  }

  public boolean isImplicit() {
    return implicit;
  }

  /** All methods, those of embedded interfaces too, sorted as in the type set. */
  public List<Obj.Func> methods() {
    return typeSet().methods();
  }

  public int numMethods() {
    return typeSet().methods().size();
  }

  public Obj.Func method(int i) {
    return typeSet().methods().get(i);
  }

  /** The type set is that of all types. */
  public boolean empty() {
    return typeSet().isAll();
  }

  public boolean isComparable() {
    return typeSet().isComparable(null);
  }

  /** Described by its methods alone: usable as the type of a variable. */
  public boolean isMethodSet() {
    return typeSet().isMethodSet();
  }

  public TypeSet typeSet() {
    return TypeSets.computeInterfaceTypeSet(check, Pos.NONE, this);
  }

  boolean hasTypeSet() {
    return tset != null;
  }

  @Nullable TypeSet typeSetOrNull() {
    return tset;
  }

  void setTypeSet(@Nullable TypeSet tset) {
    this.tset = tset;
  }

  void cleanup() {
    typeSet();
    check = null;
    embedPos = null;
  }

  @Override
  public Type underlying() {
    return this;
  }

  @Override
  public String toString() {
    return TypeString.of(this);
  }
}
