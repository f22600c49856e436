package dev.gomem.types;

import java.util.List;

/** Parameters, results, or the values of a call with several results. */
public final class Tuple implements Type {
  /** No variables. */
  public static final Tuple EMPTY = new Tuple(List.of());

  private final List<Obj.Var> vars;

  public Tuple(List<Obj.Var> vars) {
    this.vars = List.copyOf(vars);
  }

  public int size() {
    return vars.size();
  }

  public Obj.Var at(int i) {
    return vars.get(i);
  }

  public List<Obj.Var> vars() {
    return vars;
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
