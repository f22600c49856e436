package dev.gomem.escape;

import dev.gomem.source.Pos;
import dev.gomem.syntax.Decl;
import dev.gomem.types.Obj;
import dev.gomem.types.Signature;
import dev.gomem.types.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function as the analysis sees it: a declared one, a closure, the one a go or defer statement
 * runs, or the initialisation of package variables. Shape as cmd/compile/internal/ir's Func.
 */
final class Func {
  /** A variable of an outer function that a closure uses, and where it uses it first. */
  record Capture(Pos pos, Tree.Name name) {}

  final Pos pos;

  /** As gc prints it: {@code add}, {@code (*T).M}, {@code main.func1}. */
  final String name;

  final Obj.@Nullable Func obj;
  final Signature signature;

  /** The function around a function literal. */
  final @Nullable Func parent;

  /** Made by the compiler around a call (go, defer): it has no messages of its own. */
  final boolean wrapper;

  /** Every variable declared in it: parameters, results, then locals and temporaries. */
  final List<Tree.Name> dcl = new ArrayList<>();

  /** Receiver and parameters. */
  final List<Tree.Name> params = new ArrayList<>();

  final List<Tree.Name> results = new ArrayList<>();
  final List<Capture> captures = new ArrayList<>();
  List<Tree> body = new ArrayList<>();
  boolean hasBody = true;
  boolean noescape;

  /** A body in Java that neither keeps its arguments nor writes to what they point to. */
  boolean onlyReads;

  boolean uintptrEscapes;
  boolean uintptrKeepAlive;

  /**
   * {@code main} of a session: its locals count as reassigned and observed, for the rest of it is
   * not written yet.
   */
  boolean open;

  /** The shapes an instance of a generic function is analysed for; else empty. */
  List<Type> shapes = List.of();

  /** An instance's own results; else null, and they are the program's. */
  @Nullable Sites sites;

  /** The declaration, while the body is not built yet. */
  Decl.@Nullable FuncDecl todo;

  /** How an instance's body is read. */
  @Nullable Reading reading;

  /** Library code, where the simple rule does not hold, in a learner's program. */
  boolean library;

  // Numbers in the names of what the function has inside.
  int literals;
  int ranges;
  int wrappers;

  /** For the body of a loop over a function: the function that the loop is written in. */
  @Nullable Func loopOf;

  /** The function whose name and numbers those inside have. */
  Func naming() {
    return loopOf != null ? loopOf : this;
  }

  Func(
      Pos pos,
      String name,
      Obj.@Nullable Func obj,
      Signature signature,
      @Nullable Func parent,
      boolean wrapper) {
    this.pos = pos;
    this.name = name;
    this.obj = obj;
    this.signature = signature;
    this.parent = parent;
    this.wrapper = wrapper;
  }

  /**
   * A function literal that captures something; others are functions of their own. Inside an
   * instance every literal captures its dictionary.
   */
  boolean isClosure() {
    return parent != null && (!captures.isEmpty() || (!wrapper && isInstance()));
  }

  /** An instance of a generic function, or inside of one. */
  boolean isInstance() {
    return !outermost().shapes.isEmpty();
  }

  /** Whether {@code c} is a function literal somewhere inside this function. */
  boolean contains(@Nullable Func c) {
    if (c == null || c == this) {
      return false;
    }
    for (Func p = c.parent; p != null; p = p.parent) {
      if (p == this) {
        return true;
      }
    }
    return false;
  }

  /** As gc prints it in messages: an instance with its shapes. */
  String printed() {
    Func top = outermost();
    if (top.shapes.isEmpty()) {
      return name;
    }
    String args = TypeFormat.links(top.shapes);
    int close = name.indexOf(')');
    int dot = name.indexOf('.');
    boolean method = top.signature.recv() != null;
    int at = !method ? top.name.length() : close >= 0 ? close : dot;
    return name.substring(0, at) + args + name.substring(at);
  }

  /** The declared function this one is, or is inside of. */
  Func outermost() {
    Func f = this;
    while (f.parent != null) {
      f = f.parent;
    }
    return f;
  }

  @Override
  public String toString() {
    return name;
  }
}
