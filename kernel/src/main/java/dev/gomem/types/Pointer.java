package dev.gomem.types;

/** A pointer type. */
public final class Pointer implements Type {
  private Type elem;

  public Pointer(Type elem) {
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
