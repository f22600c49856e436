package dev.gomem.escape;

import dev.gomem.types.Universe;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes loop variables new in each iteration where that can be seen: those whose address is taken
 * or that a closure captures inside the loop. Other loops keep one variable. Source:
 * cmd/compile/internal/loopvar.
 */
final class LoopVars {
  private final Func func;
  private final Sites sites;

  /** Loop variables, and whether they are seen to leak. */
  private final Map<Tree.Name, Boolean> leaked = new IdentityHashMap<>();

  private int loopDepth;
  private int returnDepth;
  private int labels;

  private LoopVars(Func func, Sites sites) {
    this.func = func;
    this.sites = sites;
  }

  static void run(Func func, Sites sites) {
    LoopVars pass = new LoopVars(func, sites);
    for (Tree t : func.body) {
      pass.scan(t);
    }
  }

  private void scan(Tree t) {
    switch (t) {
      case Tree.Closure c -> {
        // What a return gives away is new in each iteration anyhow: the loop ends there.
        if (returnDepth < loopDepth) {
          for (Func.Capture v : c.func.captures) {
            leaked.computeIfPresent(v.name(), (n, old) -> true);
          }
        }
        t.children(this::scan);
      }
      case Tree.Addr a -> {
        if (returnDepth < loopDepth && TreeExprs.outer(a.x) instanceof Tree.Name n) {
          leaked.computeIfPresent(n, (name, old) -> true);
        }
        t.children(this::scan);
      }
      case Tree.Return r -> {
        int saved = returnDepth;
        returnDepth = loopDepth;
        t.children(this::scan);
        returnDepth = saved;
      }
      case Tree.Range r when r.def -> {
        candidate(r.key);
        candidate(r.value);
        loopDepth++;
        t.children(this::scan);
        loopDepth--;
        r.key = fresh(r.key, r);
        r.value = fresh(r.value, r);
      }
      case Tree.For f -> {
        List<Tree.Name> vars = declared(f);
        vars.forEach(this::candidate);
        loopDepth++;
        t.children(this::scan);
        loopDepth--;
        List<Tree.Name> split = new ArrayList<>();
        for (Tree.Name n : vars) {
          if (leaked.getOrDefault(n, false)) {
            split.add(n);
          } else {
            sites.oneForAllIterations(n);
          }
        }
        if (!split.isEmpty()) {
          split(f, split);
        }
      }
      default -> t.children(this::scan);
    }
  }

  private void candidate(@Nullable Tree x) {
    if (x instanceof Tree.Name n) {
      leaked.put(n, false);
    }
  }

  private Tree.Name temp(Tree.Name like) {
    return temp(like, like.type);
  }

  private Tree.Name temp(Tree at, dev.gomem.types.Type type) {
    Tree.Name n =
        new Tree.Name(
            at.pos, ".autotmp_" + func.dcl.size(), type, Tree.Storage.AUTO, func, null, true);
    func.dcl.add(n);
    return n;
  }

  private @Nullable Tree fresh(@Nullable Tree x, Tree.Range r) {
    if (!(x instanceof Tree.Name n)) {
      return x;
    }
    if (!leaked.getOrDefault(n, false)) {
      sites.oneForAllIterations(n);
      return x;
    }
    Tree.Name tmp = temp(n);
    Tree.Assign as = new Tree.Assign(r.pos, n, tmp);
    as.def = true;
    moveDeclaration(r.init, n, as);
    r.body.add(0, as);
    return tmp;
  }

  private static void moveDeclaration(List<Tree> from, Tree.Name n, Tree.Assign to) {
    for (int i = 0; i < from.size(); i++) {
      if (from.get(i) instanceof Tree.Dcl d && d.name == n) {
        to.init.add(0, from.remove(i));
        return;
      }
    }
  }

  /** Variables that a loop's init statement declares. */
  private static List<Tree.Name> declared(Tree.For f) {
    List<Tree.Name> out = new ArrayList<>();
    for (Tree s : f.init) {
      if (s instanceof Tree.Assign as && as.def && as.x instanceof Tree.Name n) {
        out.add(n);
      } else if (s instanceof Tree.AssignList as && as.def) {
        for (Tree x : as.lhs) {
          if (x instanceof Tree.Name n) {
            out.add(n);
          }
        }
      }
    }
    return out;
  }

  /**
   * {@code for z := a; cond; post { body }} becomes {@code for z1, first := a, true; ; { z := z1;
   * if first { first = false } else { post }; if !cond { break }; body; z1 = z }}.
   */
  private void split(Tree.For f, List<Tree.Name> vars) {
    List<Tree> before = new ArrayList<>();
    List<Tree> after = new ArrayList<>();
    Map<Tree.Name, Tree.Name> carried = new IdentityHashMap<>();
    for (Tree.Name z : vars) {
      Tree.Name tz = temp(z);
      carried.put(z, tz);
      Tree.Assign as = new Tree.Assign(f.pos, z, tz);
      as.def = true;
      z.defn = as;
      before.add(as);
      for (Tree s : f.init) {
        moveDeclaration(s.init, z, as);
      }
      after.add(new Tree.Assign(f.pos, tz, z));
    }
    String next = ".3clNext_" + ++labels;
    for (Tree s : f.body) {
      continues(s, f.label, next, 0);
    }
    for (Tree s : f.init) {
      if (s instanceof Tree.Assign as && as.x instanceof Tree.Name n && carried.get(n) != null) {
        as.x = carried.get(n);
      } else if (s instanceof Tree.AssignList as) {
        as.lhs.replaceAll(
            x -> x instanceof Tree.Name n && carried.get(n) != null ? carried.get(n) : x);
      }
    }
    if (f.post != null) {
      Tree.Name first = temp(f, Universe.BOOL);
      Tree.Assign unset = new Tree.Assign(f.pos, first, bool(f, false));
      Tree.If choose =
          new Tree.If(
              f.pos, first, new ArrayList<>(List.of(unset)), new ArrayList<>(List.of(f.post)));
      choose.init.add(new Tree.Dcl(f.pos, first));
      before.add(choose);
      f.init.add(new Tree.Assign(f.pos, first, bool(f, true)));
    }
    if (f.cond != null) {
      Tree.Unary not = new Tree.Unary(Op.NOT, f.cond.pos, f.cond, f.cond.type);
      Tree leave = new Tree.Branch(Op.BREAK, f.pos, null);
      before.add(new Tree.If(f.pos, not, new ArrayList<>(List.of(leave)), new ArrayList<>()));
    }
    before.addAll(f.body);
    before.add(new Tree.Label(f.pos, next));
    before.addAll(after);
    f.body = before;
    f.cond = null;
    f.post = null;
  }

  private static Tree bool(Tree at, boolean value) {
    return new Tree.Literal(at.pos, Universe.BOOL, dev.gomem.constant.Constant.of(value));
  }

  private static void continues(Tree t, @Nullable String label, String next, int depth) {
    switch (t) {
      case Tree.Branch b when b.op == Op.CONTINUE -> {
        if ((depth == 0 && b.label == null) || (label != null && label.equals(b.label))) {
          b.op = Op.GOTO;
          b.label = next;
        }
      }
      case Tree.For f -> t.children(c -> continues(c, label, next, depth + 1));
      case Tree.Range r -> t.children(c -> continues(c, label, next, depth + 1));
      default -> t.children(c -> continues(c, label, next, depth));
    }
  }
}
