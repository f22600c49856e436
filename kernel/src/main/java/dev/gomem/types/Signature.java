package dev.gomem.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function or method type. The receiver is kept here for methods but is no part of the type's
 * identity. A variadic signature's last parameter has a slice type (or string, for {@code
 * append([]byte, string...)}).
 */
public final class Signature implements Type {
  private List<TypeParam> rparams = List.of();
  private List<TypeParam> tparams = List.of();
  private Obj.@Nullable Var recv;
  private Tuple params = Tuple.EMPTY;
  private Tuple results = Tuple.EMPTY;
  private boolean variadic;
  private @Nullable Scope scope;

  public Signature() {}

  public Signature(
      Obj.@Nullable Var recv,
      List<TypeParam> tparams,
      Tuple params,
      Tuple results,
      boolean variadic) {
    this.recv = recv;
    this.tparams = List.copyOf(tparams);
    this.params = params;
    this.results = results;
    this.variadic = variadic;
  }

  public Obj.@Nullable Var recv() {
    return recv;
  }

  /** Type parameters of the receiver's type as the method declaration names them. */
  public List<TypeParam> recvTypeParams() {
    return rparams;
  }

  public List<TypeParam> typeParams() {
    return tparams;
  }

  public Tuple params() {
    return params;
  }

  public Tuple results() {
    return results;
  }

  public boolean variadic() {
    return variadic;
  }

  /** The scope of parameters, for functions with a body. */
  public @Nullable Scope scope() {
    return scope;
  }

  /** A copy that shares everything. */
  Signature copy() {
    Signature s = new Signature(recv, tparams, params, results, variadic);
    s.rparams = rparams;
    s.scope = scope;
    return s;
  }

  void setRecv(Obj.@Nullable Var recv) {
    this.recv = recv;
  }

  void setRecvTypeParams(List<TypeParam> rparams) {
    this.rparams = List.copyOf(rparams);
  }

  void setTypeParams(List<TypeParam> tparams) {
    this.tparams = List.copyOf(tparams);
  }

  void set(Tuple params, Tuple results, boolean variadic) {
    this.params = params;
    this.results = results;
    this.variadic = variadic;
  }

  void setScope(@Nullable Scope scope) {
    this.scope = scope;
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
