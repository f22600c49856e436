package dev.gomem.types;

import dev.gomem.syntax.Expr;

/** A channel type. */
public final class Chan implements Type {
  private final Expr.ChanDir dir;
  private Type elem;

  public Chan(Expr.ChanDir dir, Type elem) {
    this.dir = dir;
    this.elem = elem;
  }

  public Expr.ChanDir dir() {
    return dir;
  }

  public Type elem() {
    return elem;
  }

  void setElem(Type elem) {
    this.elem = elem;
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
