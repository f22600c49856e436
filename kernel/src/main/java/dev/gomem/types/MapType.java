package dev.gomem.types;

/** {@code map[key]elem}. */
public final class MapType implements Type {
  private Type key;
  private Type elem;

  public MapType(Type key, Type elem) {
    this.key = key;
    this.elem = elem;
  }

  public Type key() {
    return key;
  }

  public Type elem() {
    return elem;
  }

  void set(Type key, Type elem) {
    this.key = key;
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
