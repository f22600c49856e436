package dev.gomem.escape;

import dev.gomem.constant.Constants;
import java.util.List;

/**
 * Finds the parts of package variables' values that gc lays out as data, without code: of those
 * escape analysis says nothing. The analysis treats them as code all the same, so that each has a
 * site. Source: cmd/compile/internal/staticinit.
 */
final class StaticInit {
  private final Program program;
  private boolean seenMutation;

  private StaticInit(Program program) {
    this.program = program;
  }

  /**
   * Marks what is data; statements that are data as a whole move from {@code init} to {@code data}.
   */
  static void run(Program program, Func init, Func data) {
    StaticInit pass = new StaticInit(program);
    for (Tree t : List.copyOf(init.body)) {
      if (pass.statement(t)) {
        init.body.remove(t);
        data.body.add(t);
      }
    }
  }

  private boolean statement(Tree t) {
    if (!(t instanceof Tree.Assign as) || as.y == null) {
      if (t instanceof Tree.AssignList list) {
        seenMutation |= list.rhs.stream().anyMatch(StaticInit::mayModify);
        seenMutation |=
            list.rhs.stream().anyMatch(x -> x.init.stream().anyMatch(StaticInit::mayModify));
      }
      return false;
    }
    seenMutation |= mayModify(as.y);
    if (as.x == null) {
      if (!as.y.any(StaticInit::sideEffect)) {
        as.y.visit(program::isData);
        return true;
      }
      return false;
    }
    return data(as.y) && whole(as.y);
  }

  /** Whether nothing in a value that is data is left to code. */
  private boolean whole(Tree t) {
    return !t.any(n ->
        switch (n) {
          case Tree.CompositeLit lit -> lit.list.stream().anyMatch(e -> !data(e.value));
          case Tree.Addr a when a.op == Op.PTRLIT -> !data(a.x);
          case Tree.Conv c when c.op == Op.CONVIFACE -> !data(c.x);
          default -> false;
        });
  }

  /** Whether a value is data; the parts of it that are not are left to code either way. */
  private boolean data(Tree r0) {
    Tree r = r0;
    while (r instanceof Tree.Conv c && c.op == Op.CONVNOP && c.init.isEmpty()) {
      r = c.x;
    }
    switch (r) {
      case Tree.FuncName f -> {
        return true;
      }
      case Tree.Selector s when s.op == Op.METHEXPR -> {
        return true;
      }
      case Tree.Nil n -> {
        return true;
      }
      case Tree.Literal l -> {
        return true;
      }
      case Tree.Name n -> {
        return copied(n);
      }
      case Tree.Addr a when a.op == Op.ADDR && a.init.isEmpty() -> {
        return TreeExprs.outer(a.x) instanceof Tree.Name n && n.storage == Tree.Storage.GLOBAL;
      }
      case Tree.Addr a when a.op == Op.PTRLIT -> {
        program.isData(a);
        data(a.x);
        return true;
      }
      case Tree.Conv c when c.op == Op.STR2BYTES && c.x instanceof Tree.Literal -> {
        program.isData(c);
        return true;
      }
      case Tree.CompositeLit lit when lit.op != Op.MAPLIT -> {
        if (lit.op == Op.SLICELIT) {
          program.isData(lit);
        }
        lit.list.forEach(e -> data(e.value));
        return true;
      }
      case Tree.Closure c when !c.func.isClosure() -> {
        program.isData(c);
        return true;
      }
      case Tree.Conv c when c.op == Op.CONVIFACE -> {
        Tree val = c;
        while (val instanceof Tree.Conv inner && inner.op == Op.CONVIFACE) {
          val = inner.x;
        }
        if (TypeFacts.isInterface(val.type)) {
          return val instanceof Tree.Nil;
        }
        for (Tree x = c; x instanceof Tree.Conv inner && inner.op == Op.CONVIFACE; x = inner.x) {
          program.isData(x);
        }
        data(val);
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  /** Another package variable's value, if that is data and can't have been changed yet. */
  private boolean copied(Tree.Name n) {
    return n.storage == Tree.Storage.GLOBAL
        && !seenMutation
        && !TypeFacts.isString(n.type)
        && n.defn instanceof Tree.Assign as
        && as.y != null
        && copyable(as.y);
  }

  private boolean copyable(Tree r) {
    return switch (r) {
      case Tree.Nil n -> true;
      case Tree.Literal l -> !l.value.equals(Constants.makeString(new byte[0]));
      case Tree.CompositeLit c -> c.op != Op.MAPLIT;
      case Tree.Addr a -> a.op == Op.PTRLIT;
      case Tree.FuncName f -> true;
      case Tree.Name n -> copied(n);
      default -> false;
    };
  }

  private static boolean sideEffect(Tree t) {
    return switch (t.op) {
      case CALLFUNC,
          CALLINTER,
          APPEND,
          CLEAR,
          CLOSE,
          COPY,
          DELETE,
          PANIC,
          PRINT,
          PRINTLN,
          RECOVER,
          RECV,
          MAKESLICE,
          MAKEMAP,
          MAKECHAN,
          INDEX,
          INDEXMAP,
          DEREF,
          DOTPTR,
          DOTTYPE,
          DIV,
          MOD,
          SLICE,
          SLICEARR,
          SLICE3,
          SLICE3ARR,
          SLICESTR ->
          true;
      default -> !t.init.isEmpty();
    };
  }

  private static boolean mayModify(Tree t) {
    return t.any(n ->
        switch (n.op) {
          case CALLFUNC, CALLINTER, APPEND, CLEAR, COPY -> true;
          default -> false;
        });
  }
}
