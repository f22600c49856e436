package dev.gomem.types;

import dev.gomem.source.Pos;
import dev.gomem.syntax.Expr;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the set of instances of a program is finite. A graph over type parameters (and local
 * types, which depend on those of their function): an edge from P to Q if Q is instantiated with a
 * type that mentions P, of weight 1 if that type is larger than P itself. A cycle of positive
 * weight never ends. Source: go/types' mono.go.
 */
final class Mono {
  private final Checker check;
  private final List<Vertex> vertices = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Map<TypeParam, TypeParam> canon = new IdentityHashMap<>();
  private final Map<Obj.TypeName, Integer> nameIdx = new IdentityHashMap<>();

  Mono(Checker check) {
    this.check = check;
  }

  private static final class Vertex {
    final Obj.TypeName obj;

    /**
     * Of the heaviest path found to here, whose last edge is {@link #pre} and length {@link #len}.
     */
    int weight;

    int pre;
    int len;

    Vertex(Obj.TypeName obj) {
      this.obj = obj;
    }
  }

  private record Edge(int dst, int src, int weight, Pos pos, Type typ) {}

  /** Reports an instantiation without end. */
  void monomorph() {
    boolean again = true;
    while (again) {
      again = false;
      for (int i = 0; i < edges.size(); i++) {
        Edge edge = edges.get(i);
        Vertex src = vertices.get(edge.src);
        Vertex dst = vertices.get(edge.dst);
        int w = src.weight + edge.weight;
        if (w <= dst.weight) {
          continue;
        }
        dst.pre = i;
        dst.len = src.len + 1;
        if (dst.len == vertices.size()) {
          reportInstanceLoop(edge.dst);
          return;
        }
        dst.weight = w;
        again = true;
      }
    }
  }

  private void reportInstanceLoop(int v0) {
    int v = v0;
    List<Integer> stack = new ArrayList<>();
    boolean[] seen = new boolean[vertices.size()];
    while (!seen[v]) {
      stack.add(v);
      seen[v] = true;
      v = edges.get(vertices.get(v).pre).src;
    }
    while (stack.getFirst() != v) {
      stack.removeFirst();
    }
    ErrorDesc err = check.newError(Code.INVALID_INSTANCE_CYCLE);
    err.addf(vertices.get(v).obj, "instantiation cycle:");
    Qualifier qf = p -> p == check.pkg ? "" : p.path();
    for (int w : stack) {
      Edge edge = edges.get(vertices.get(w).pre);
      Obj.TypeName obj = vertices.get(edge.dst).obj;
      err.addf(
          edge.pos,
          obj.type() instanceof TypeParam
              ? "%s instantiated as %s"
              : "%s implicitly parameterized by %s",
          obj.name(),
          TypeString.of(edge.typ, qf));
    }
    err.report();
  }

  /** A method's name for a type parameter of its receiver's type. */
  void recordCanon(TypeParam mpar, TypeParam tpar) {
    canon.put(mpar, tpar);
  }

  void recordInstance(
      Package pkg, Pos pos, List<TypeParam> tparams, List<Type> targs, List<Expr> xlist) {
    for (int i = 0; i < tparams.size(); i++) {
      assign(
          pkg,
          i < xlist.size() ? Errors.startPos(xlist.get(i)) : pos,
          tparams.get(i),
          targs.get(i));
    }
  }

  private void assign(Package pkg, Pos pos, TypeParam tpar, Type targ) {
    if (tpar.obj().pkg() == pkg) {
      new Flow(pkg, pos, tpar, targ).from(targ);
    }
  }

  /** One instantiation of {@code tpar} with {@code targ}. */
  private final class Flow {
    private final Package pkg;
    private final Pos pos;
    private final TypeParam tpar;
    private final Type targ;

    Flow(Package pkg, Pos pos, TypeParam tpar, Type targ) {
      this.pkg = pkg;
      this.pos = pos;
      this.tpar = tpar;
      this.targ = targ;
    }

    private void edge(int src, Type typ) {
      edges.add(new Edge(typeParamVertex(tpar), src, typ == targ ? 0 : 1, pos, targ));
    }

    void from(Type typ) {
      switch (Types.unalias(typ)) {
        case TypeParam t -> edge(typeParamVertex(t), t);
        case Named t -> {
          int src = localNamedVertex(pkg, t.origin());
          if (src >= 0) {
            edge(src, t);
          }
          t.typeArgs().forEach(this::from);
        }
        case Array t -> from(t.elem());
        case Chan t -> from(t.elem());
        case MapType t -> {
          from(t.key());
          from(t.elem());
        }
        case Pointer t -> from(t.elem());
        case Slice t -> from(t.elem());
        case Interface t -> t.methods().forEach(m -> from(m.type()));
        case Signature t -> {
          t.params().vars().forEach(v -> from(v.type()));
          t.results().vars().forEach(v -> from(v.type()));
        }
        case Struct t -> t.fields().forEach(f -> from(f.type()));
        default -> {}
      }
    }
  }

  /**
   * A local type depends on the type parameters of the functions around it. -1 if there are none.
   */
  private int localNamedVertex(Package pkg, Named named) {
    Obj.TypeName obj = named.obj();
    if (obj.pkg() != pkg || obj.parent() == check.pkgScope) {
      return -1;
    }
    Integer known = nameIdx.get(obj);
    if (known != null) {
      return known;
    }
    int idx = -1;
    @Nullable Scope scope = obj.parent();
    for (; scope != null && scope != check.pkgScope; scope = scope.parent()) {
      for (Obj elem : scope.objects()) {
        if (elem instanceof Obj.TypeName t
            && !t.isAlias()
            && t.pos().compareRelative(obj.pos()) < 0
            && t.type() instanceof TypeParam p) {
          if (idx < 0) {
            idx = vertices.size();
            vertices.add(new Vertex(obj));
          }
          edges.add(new Edge(idx, typeParamVertex(p), 1, obj.pos(), p));
        }
      }
    }
    nameIdx.put(obj, idx);
    return idx;
  }

  private int typeParamVertex(TypeParam tpar) {
    TypeParam p = canon.getOrDefault(tpar, tpar);
    Integer known = nameIdx.get(p.obj());
    if (known != null) {
      return known;
    }
    int idx = vertices.size();
    vertices.add(new Vertex(p.obj()));
    nameIdx.put(p.obj(), idx);
    return idx;
  }
}
