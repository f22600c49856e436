package dev.gomem.escape;

import dev.gomem.constant.Constants;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of package variables' values that gc lays out as data, without code: of those
 * escape analysis says nothing. The analysis treats them as code all the same, so that each has a
 * site. Source: cmd/compile/internal/staticinit.
 */
final class StaticInit {
  private final Program program;

  /** Where assignments go that are left to code. */
  private final List<Tree> code;

  private boolean seenMutation;
  private @Nullable Tree variable;

  private StaticInit(Program program, List<Tree> code) {
    this.program = program;
    this.code = code;
  }

  /**
   * Marks what is data, and moves statements that are data to {@code data}. What is left to code of
   * such a statement stays in {@code init} as assignments of their own.
   */
  static void run(Program program, Func init, Func data) {
    List<Tree> statements = List.copyOf(init.body);
    init.body.clear();
    StaticInit pass = new StaticInit(program, init.body);
    for (Tree t : statements) {
      (pass.statement(t) ? data : init).body.add(t);
    }
  }

  private boolean statement(Tree t) {
    if (!(t instanceof Tree.Assign as) || as.y == null) {
      if (t instanceof Tree.AssignList list) {
        list.rhs.forEach(x -> seenMutation |= mayModify(x));
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
    variable = as.x;
    return data(as.y);
  }

  /** A part of a value: itself if it is data, else nothing, and an assignment is left to code. */
  private Tree part(Tree t) {
    if (data(t)) {
      return t;
    }
    code.add(new Tree.Assign(t.pos, variable, t));
    return new Tree.Nil(t.pos, t.type);
  }

  /** Whether a value is data, but for parts that are left to code. */
  private boolean data(Tree r0) {
    Tree r = r0;
    while (r instanceof Tree.Conv c && c.op == Op.CONVNOP && c.init.isEmpty()) {
      r = c.x;
    }
    return switch (r) {
      case Tree.FuncName f -> true;
      case Tree.Selector s when s.op == Op.METHEXPR -> true;
      case Tree.Nil n -> true;
      case Tree.Literal l -> true;
      case Tree.Name n -> copied(n);
      case Tree.Addr a when a.op == Op.ADDR && a.init.isEmpty() ->
          TreeExprs.outer(a.x) instanceof Tree.Name n && n.storage == Tree.Storage.GLOBAL;
      case Tree.Addr a when a.op == Op.PTRLIT -> {
        isData(a);
        a.x = part(a.x);
        yield true;
      }
      case Tree.Conv c when c.op == Op.STR2BYTES && c.x instanceof Tree.Literal -> {
        program.isData(c);
        yield true;
      }
      case Tree.CompositeLit lit when lit.op != Op.MAPLIT -> {
        if (lit.op == Op.SLICELIT) {
          program.isData(lit);
        }
        lit.list.forEach(e -> e.value = part(e.value));
        yield true;
      }
      case Tree.Closure c when !c.func.isClosure() -> {
        program.isData(c);
        yield true;
      }
      case Tree.Conv c when c.op == Op.CONVIFACE -> boxed(c);
      default -> false;
    };
  }

  private void isData(Tree t) {
    program.isData(t);
    program.sites.subject(t, program.format);
  }

  private boolean boxed(Tree.Conv c) {
    Tree.Conv last = c;
    while (last.x instanceof Tree.Conv inner && inner.op == Op.CONVIFACE) {
      last = inner;
    }
    if (TypeFacts.isInterface(last.x.type)) {
      return last.x instanceof Tree.Nil;
    }
    for (Tree x = c; x instanceof Tree.Conv k && k.op == Op.CONVIFACE; x = k.x) {
      isData(x);
    }
    last.x = part(last.x);
    return true;
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
