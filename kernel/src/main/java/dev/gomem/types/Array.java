package dev.gomem.types;

/** {@code [len]elem}. A negative length means it is unknown because of an earlier error. */
public final class Array implements Type {
  private final long len;
  private Type elem;

  public Array(Type elem, long len) {
    this.elem = elem;
    this.len = len;
  }

  public long len() {
    return len;
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
