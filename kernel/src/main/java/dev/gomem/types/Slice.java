package dev.gomem.types;

/** A slice type. */
public final class Slice implements Type {
  private Type elem;

  public Slice(Type elem) {
    this.elem = elem;
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
