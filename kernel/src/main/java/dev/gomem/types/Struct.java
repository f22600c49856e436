package dev.gomem.types;

import java.util.List;

/** A struct type; {@code tag(i)} is "" where field i has none. */
public final class Struct implements Type {
  private List<Obj.Var> fields = List.of();
  private List<String> tags = List.of();

  public Struct() {}

  public Struct(List<Obj.Var> fields, List<String> tags) {
    set(fields, tags);
  }

  void set(List<Obj.Var> fields, List<String> tags) {
    this.fields = List.copyOf(fields);
    this.tags = List.copyOf(tags);
  }

  /** The same struct with other field types. */
  Struct withFields(List<Obj.Var> fields) {
    return new Struct(fields, tags);
  }

  public int size() {
    return fields.size();
  }

  public Obj.Var field(int i) {
    return fields.get(i);
  }

  public List<Obj.Var> fields() {
    return fields;
  }

  public String tag(int i) {
    return i < tags.size() ? tags.get(i) : "";
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
