package dev.gomem.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A defined type, or an instance of a generic one. An instance's right side and methods are
 * expanded from its origin when first asked for, since a declaration may mention instances without
 * end that nobody looks into. Methods belong to the origin; an instance has its own expanded ones,
 * at the same indices. Source: go/types' named.go.
 */
public final class Named implements Type {
  @Nullable Checker check;
  private final Obj.TypeName obj;
  private final @Nullable Named orig;
  private final List<Type> targs;
  private @Nullable Context ctxt;
  private boolean unpacked;
  private @Nullable Type fromRhs;
  private List<TypeParam> tparams = List.of();
  private @Nullable Type underlying;
  private final List<Obj.@Nullable Func> methods = new ArrayList<>();

  /**
   * Counts changes of an origin's methods by later cells; an instance has the count that its
   * methods belong to.
   */
  private int methodsVersion;

  /** Whether the size is finite, once known (see {@link ValidType#finiteSize}). */
  @Nullable Boolean finite;

  /**
   * A declared type; {@code rhs} may follow later. Becomes the type of {@code obj} unless it has
   * one.
   */
  Named(@Nullable Checker check, Obj.TypeName obj, @Nullable Type rhs) {
    this.check = check;
    this.obj = obj;
    this.orig = null;
    this.targs = List.of();
    this.fromRhs = rhs;
    if (obj.typeOrNull() == null) {
      obj.setType(this);
    }
  }

  /** An instance; {@code obj} is a name of its own at the place of instantiation. */
  Named(
      @Nullable Checker check,
      Obj.TypeName obj,
      Named orig,
      List<Type> targs,
      @Nullable Named expanding) {
    this.check = check;
    this.obj = obj;
    this.orig = orig;
    this.targs = List.copyOf(targs);
    // An instance met while another is expanded shares its context, or expansion might never end.
    if (expanding != null && expanding.obj().pkg() == obj.pkg()) {
      this.ctxt = expanding.ctxt;
    }
    obj.setType(this);
  }

  /** A type with the given underlying type, for packages that are not checked from source. */
  public static Named of(Obj.TypeName obj, Type underlying) {
    Named n = new Named(null, obj, null);
    n.setUnderlying(underlying);
    return n;
  }

  /**
   * The version that a type declared inside a generic function has in an instance of it; its right
   * side follows. Unlike other instances it has no type parameters to put {@code targs} for.
   */
  static Named inInstance(Named declared, List<Type> targs) {
    Obj.TypeName own =
        new Obj.TypeName(declared.obj.pos(), declared.obj.pkg(), declared.obj.name(), null);
    Named n = new Named(null, own, declared, targs, null);
    n.unpacked = true;
    return n;
  }

  /** The name in the declaration, for instances too. */
  public Obj.TypeName obj() {
    return orig != null ? orig.obj : obj;
  }

  /** The object of this very instance: its position is where it was first instantiated. */
  Obj.TypeName ownObj() {
    return obj;
  }

  /** The generic type this one is an instance of, or itself. */
  public Named origin() {
    return orig != null ? orig : this;
  }

  public boolean isInstance() {
    return orig != null;
  }

  public List<TypeParam> typeParams() {
    return unpack().tparams;
  }

  void setTypeParams(List<TypeParam> tparams) {
    this.tparams = List.copyOf(tparams);
  }

  /** Empty unless this is an instance. */
  public List<Type> typeArgs() {
    return targs;
  }

  /** Where instances met while this one is expanded are entered. */
  @Nullable Context context() {
    return ctxt;
  }

  private Named unpack() {
    if (!unpacked && orig != null) {
      orig.unpack();
      fromRhs = expandRhs(orig);
      tparams = orig.tparams;
    }
    unpacked = true;
    return this;
  }

  public int numMethods() {
    return origin().methods.size();
  }

  public List<Obj.Func> methods() {
    List<Obj.Func> list = new ArrayList<>();
    for (int i = 0; i < numMethods(); i++) {
      list.add(method(i));
    }
    return list;
  }

  /** Methods in order of declaration. */
  public Obj.Func method(int i) {
    unpack();
    if (orig == null) {
      Obj.Func m = methods.get(i);
      if (m == null) {
        throw new IllegalStateException("missing method");
      }
      return m;
    }
    if (methodsVersion != orig.methodsVersion) {
      methodsVersion = orig.methodsVersion;
      methods.clear();
    }
    while (methods.size() < orig.methods.size()) {
      methods.add(null);
    }
    Obj.Func m = methods.get(i);
    if (m == null) {
      m = expandMethod(orig, i);
      methods.set(i, m);
    }
    return m;
  }

  private Obj.Func expandMethod(Named orig, int i) {
    Obj.Func origm = orig.method(i);
    Checker check = this.check;
    if (check != null) {
      // The origin's signature may not be known yet.
      check.decls.objDecl(origm);
    }
    Signature origSig = origm.signature();
    Obj.Var recv = origSig.recv();
    if (recv == null) {
      throw new IllegalStateException("method without receiver: " + origm);
    }
    if (Lookup.deref(recv.type()).type() == this) {
      // The origin's own receiver is this instance: T[P] inside the declaration of T's methods.
      return origm;
    }
    Signature sig = origSig;
    if (origSig.recvTypeParams().size() == targs.size()) {
      SubstMap smap = SubstMap.of(origSig.recvTypeParams(), targs);
      Context c = check != null ? check.context() : null;
      sig = (Signature) Subst.subst(check, origm.pos(), origSig, smap, this, c);
    }
    if (sig == origSig) {
      sig = origSig.copy();
    }
    sig.setRecv(Subst.cloneVar(recv, origm.hasPtrRecv() ? new Pointer(this) : this));
    return Subst.cloneFunc(origm, sig);
  }

  void setUnderlying(Type u) {
    fromRhs = u;
    unpacked = true;
    underlying = u;
  }

  void setRhs(Type rhs) {
    fromRhs = rhs;
  }

  /** Adds a method unless there is one of that name. */
  void addMethod(Obj.Func m) {
    if (methodIndex(m.name(), false) < 0) {
      methods.add(m);
    }
  }

  /** Adds the method in place of one of that name, if there is one; gives what undoes this. */
  Runnable putMethod(Obj.Func m) {
    List<Obj.@Nullable Func> saved = new ArrayList<>(methods);
    int i = methodIndex(m.name(), false);
    if (i < 0) {
      methods.add(m);
    } else {
      methods.set(i, m);
    }
    methodsVersion++;
    return () -> {
      methods.clear();
      methods.addAll(saved);
      methodsVersion++;
    };
  }

  /** Index of a declared method, or -1. */
  int methodIndex(String name, boolean foldCase) {
    if (name.equals("_")) {
      return -1;
    }
    if (methods.size() > MANY && !foldCase) {
      return index().getOrDefault(name, -1);
    }
    for (int i = 0; i < methods.size(); i++) {
      Obj.Func m = methods.get(i);
      if (m != null && (m.name().equals(name) || (foldCase && m.name().equalsIgnoreCase(name)))) {
        return i;
      }
    }
    return -1;
  }

  /** More methods than these are looked up in a table. */
  private static final int MANY = 16;

  private final Map<String, Integer> methodIndex = new HashMap<>();
  private int indexed;
  private int indexedVersion;

  /** The table of methods, brought up to date. */
  private Map<String, Integer> index() {
    if (indexedVersion != methodsVersion || indexed > methods.size()) {
      methodIndex.clear();
      indexed = 0;
      indexedVersion = methodsVersion;
    }
    for (; indexed < methods.size(); indexed++) {
      Obj.Func m = methods.get(indexed);
      if (m != null) {
        methodIndex.putIfAbsent(m.name(), indexed);
      }
    }
    return methodIndex;
  }

  /** Index of the method if there is one by that name that {@code pkg} may use, or -1. */
  int lookupMethod(@Nullable Package pkg, String name, boolean foldCase) {
    unpack();
    // An unexported name of another package can't match; when letters' case doesn't count, packages
    // don't either.
    if (Predicates.samePkg(obj.pkg(), pkg) || Obj.isExported(name) || foldCase) {
      return origin().methodIndex(name, foldCase);
    }
    return -1;
  }

  /** The right side as far as it is known; null for an instance that nobody has looked into. */
  @Nullable Type knownRhs() {
    return fromRhs;
  }

  /** The right side of the declaration, expanded for instances; null while it is not known. */
  @Nullable Type rhs() {
    return unpack().fromRhs;
  }

  @Override
  public Type underlying() {
    unpack();
    if (underlying == null) {
      resolveUnderlying(); // invalid from now on if it is being declared: that is an error,
      // reported elsewhere
    }
    return underlying != null ? underlying : Universe.INVALID;
  }

  /** The underlying type if it is known already, else null. */
  @Nullable Type underlyingOrNull() {
    return underlying;
  }

  private void resolveUnderlying() {
    List<Named> path = new ArrayList<>();
    Type u = null;
    Type rhs = this;
    while (u == null) {
      switch (rhs) {
        case null -> u = Universe.INVALID;
        case Alias a -> rhs = a.actualOrNull();
        case Named n -> {
          if (n.underlying != null) {
            u = n.underlying;
          } else {
            path.add(n);
            rhs = n.unpack().fromRhs;
          }
        }
        default -> u = rhs;
      }
    }
    for (Named n : path) {
      if (n.underlying == null) {
        n.underlying = u;
      }
    }
  }

  private Type expandRhs(Named orig) {
    if (targs.size() != orig.tparams.size()) {
      return Universe.INVALID; // error reported elsewhere
    }
    if (ctxt == null) {
      ctxt = new Context();
    }
    // Entered before the expansion, so that it ends where the type mentions itself.
    ctxt.update(ctxt.instanceHash(orig, targs), orig, targs, this);
    SubstMap m = SubstMap.of(orig.tparams, targs);
    Context c = check != null ? check.context() : ctxt;
    Type origRhs = orig.fromRhs;
    if (origRhs == null) {
      return Universe.INVALID;
    }
    Type rhs = Subst.subst(check, obj.pos(), origRhs, m, this, c);
    if (rhs instanceof Interface iface) {
      List<Obj.Func> copied = Subst.replaceRecvType(iface.methods, orig, this);
      if (copied != null) {
        if (iface == origRhs) {
          Interface crafted = check != null ? check.newInterface() : new Interface(null);
          crafted.complete = true;
          crafted.embeddeds = iface.embeddeds;
          iface = crafted;
        }
        iface.methods = copied;
        iface.setTypeSet(null);
        if (check == null) {
          iface.typeSet();
        }
        return iface;
      }
    }
    return rhs;
  }

  void cleanup() {
    if (orig == null) {
      underlying();
    }
    check = null;
  }

  @Override
  public String toString() {
    return TypeString.of(this);
  }
}
