package dev.gomem.syntax;

import dev.gomem.source.Pos;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Labels and branches of one function body (or of a cell's statements): misplaced break, continue
 * and fallthrough, bad labels, gotos that jump over declarations or into blocks. Runs when the body
 * was parsed without errors, as gc does (cmd/compile/internal/syntax/branches.go); where a branch
 * goes is left to later stages. Function literals inside are bodies of their own, checked when they
 * were parsed.
 */
final class Branches {
  /** Takes what is wrong; {@code code} is the stable name of internal/types/errors. */
  interface Reporter {
    void report(Pos pos, String code, String message);
  }

  /** A declared label. */
  private static final class Label {
    final Block parent;
    final Stmt.LabeledStmt stmt;
    boolean used;

    Label(Block parent, Stmt.LabeledStmt stmt) {
      this.parent = parent;
      this.stmt = stmt;
    }
  }

  /** A block, where it starts, and the labeled statement it belongs to. */
  private record Block(@Nullable Block parent, Pos start, Stmt.@Nullable LabeledStmt labeled) {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /**
   * What break and continue refer to; {@code caseIndex} is that of the clause whose list this is,
   * or -1.
   */
  private record Targets(@Nullable Stmt breaks, Stmt.@Nullable ForStmt continues, int caseIndex) {
    Targets inner() {
      return new Targets(breaks, continues, -1);
    }
  }

  private final Reporter reporter;
  private final Map<String, Label> labels = new HashMap<>();
  private final List<Label> inOrder = new ArrayList<>();

  private Branches(Reporter reporter) {
    this.reporter = reporter;
  }

  /** Checks a body that starts at {@code start}. */
  static void check(Pos start, List<? extends Stmt> body, Reporter reporter) {
    Branches b = new Branches(reporter);
    List<Stmt.BranchStmt> unresolved =
        b.block(null, new Targets(null, null, -1), null, start, body);
    for (Stmt.BranchStmt jump : unresolved) {
      String name = name(jump);
      Label label = b.labels.get(name);
      if (label == null) {
        reporter.report(labelPos(jump), "UndeclaredLabel", "label " + name + " not defined");
      } else {
        label.used = true;
        reporter.report(
            labelPos(jump),
            "JumpIntoBlock",
            "goto " + name + " jumps into block starting at " + label.parent.start);
      }
    }
    for (Label label : b.inOrder) {
      if (!label.used) {
        Expr.Name name = label.stmt.label();
        reporter.report(
            name.pos(), "UnusedLabel", "label " + name.value() + " defined and not used");
      }
    }
  }

  private static String name(Stmt.BranchStmt s) {
    return s.label() == null ? "" : s.label().value();
  }

  private static Pos labelPos(Stmt.BranchStmt s) {
    return s.label() == null ? s.pos() : s.label().pos();
  }

  /** Marks the label used; tells whether a goto in {@code from} may jump to it. */
  private boolean isGotoTarget(Block from, String name) {
    Label label = labels.get(name);
    if (label == null) {
      return false;
    }
    label.used = true;
    for (Block b = from; b != null; b = b.parent) {
      if (label.parent == b) {
        return true;
      }
    }
    return false;
  }

  /** The state of the list of statements being checked. */
  private final class Body {
    final Block block;

    /**
     * Gotos whose label was not met yet. The first {@code overVar} of them jump over the last
     * declaration.
     */
    final List<Stmt.BranchStmt> forward = new ArrayList<>();

    int overVar;
    @Nullable Pos varPos;
    String varName = "";

    Body(Block block) {
      this.block = block;
    }

    void declaresVar(Pos pos, Expr name) {
      varPos = pos;
      varName = Printer.expr(name);
      overVar = forward.size();
    }

    void resolve(Stmt.LabeledStmt s, Label label) {
      String name = s.label().value();
      int kept = 0;
      int keptOverVar = 0;
      for (int i = 0; i < forward.size(); i++) {
        Stmt.BranchStmt jump = forward.get(i);
        if (!name(jump).equals(name)) {
          forward.set(kept++, jump);
          keptOverVar += i < overVar ? 1 : 0;
          continue;
        }
        label.used = true;
        if (i < overVar && varPos != null) {
          reporter.report(
              labelPos(jump),
              "JumpOverDecl",
              "goto " + name + " jumps over declaration of " + varName + " at " + varPos);
        }
      }
      forward.subList(kept, forward.size()).clear();
      overVar = keptOverVar;
    }
  }

  /** Checks a list of statements; returns the gotos it could not resolve. */
  private List<Stmt.BranchStmt> block(
      @Nullable Block parent,
      Targets targets,
      Stmt.@Nullable LabeledStmt labeled,
      Pos start,
      List<? extends Stmt> list) {
    Body body = new Body(new Block(parent, start, labeled));
    int size = list.size();
    while (size > 0 && list.get(size - 1) instanceof Stmt.EmptyStmt) {
      size--; // fallthrough counts as last in spite of empty statements
    }
    for (int i = 0; i < size; i++) {
      stmt(body, targets, list.get(i), null, i + 1 == size);
    }
    return body.forward;
  }

  private void stmt(
      Body body, Targets targets, Stmt stmt, Stmt.@Nullable LabeledStmt label, boolean last) {
    switch (stmt) {
      case Stmt.DeclStmt s -> {
        for (Decl d : s.decls()) {
          if (d instanceof Decl.VarDecl v) {
            body.declaresVar(v.pos(), v.names().getFirst());
            break;
          }
        }
      }
      case Stmt.LabeledStmt s -> {
        boolean blank = s.label().value().equals("_");
        if (!blank) {
          declare(body, s);
        }
        stmt(body, targets, s.stmt(), blank ? label : s, last);
      }
      case Stmt.BranchStmt s -> {
        if (s.label() == null) {
          branch(targets, s, last);
        } else {
          branch(body, s, s.label());
        }
      }
      case Stmt.AssignStmt s -> {
        if (s.op() == Operator.DEF) {
          body.declaresVar(s.pos(), s.lhs());
        }
      }
      case Stmt.BlockStmt s -> inner(body, targets.inner(), label, s.pos(), s.list());
      case Stmt.IfStmt s -> {
        inner(body, targets.inner(), label, s.then().pos(), s.then().list());
        if (s.els() != null) {
          inner(body, targets.inner(), label, s.els().pos(), List.of(s.els()));
        }
      }
      case Stmt.ForStmt s ->
          inner(body, new Targets(s, s, -1), label, s.body().pos(), s.body().list());
      case Stmt.SwitchStmt s -> {
        for (int i = 0; i < s.body().size(); i++) {
          Stmt.CaseClause c = s.body().get(i);
          inner(body, new Targets(s, targets.continues, i), label, c.pos(), c.body());
        }
      }
      case Stmt.SelectStmt s -> {
        for (Stmt.CommClause c : s.body()) {
          inner(body, new Targets(s, targets.continues, -1), label, c.pos(), c.body());
        }
      }
      case Stmt.EmptyStmt _,
          Stmt.ExprStmt _,
          Stmt.SendStmt _,
          Stmt.CallStmt _,
          Stmt.ReturnStmt _,
          Stmt.RangeClause _ -> {}
    }
  }

  private void inner(
      Body body,
      Targets targets,
      Stmt.@Nullable LabeledStmt label,
      Pos start,
      List<? extends Stmt> list) {
    body.forward.addAll(block(body.block, targets, label, start, list));
  }

  private void declare(Body body, Stmt.LabeledStmt s) {
    String name = s.label().value();
    Label label = labels.get(name);
    if (label != null) {
      reporter.report(
          s.label().pos(),
          "DuplicateLabel",
          "label " + name + " already defined at " + label.stmt.label().pos());
    } else {
      label = new Label(body.block, s);
      labels.put(name, label);
      inOrder.add(label);
    }
    body.resolve(s, label);
  }

  private void branch(Targets targets, Stmt.BranchStmt s, boolean last) {
    switch (s.kind()) {
      case BREAK -> {
        if (targets.breaks == null) {
          reporter.report(s.pos(), "MisplacedBreak", "break is not in a loop, switch, or select");
        }
      }
      case CONTINUE -> {
        if (targets.continues == null) {
          reporter.report(s.pos(), "MisplacedContinue", "continue is not in a loop");
        }
      }
      case FALLTHROUGH -> {
        String message = "fallthrough statement out of place";
        if (targets.breaks instanceof Stmt.SwitchStmt sw) {
          if (sw.tag() instanceof Expr.TypeSwitchGuard) {
            message = "cannot fallthrough in type switch";
          } else if (targets.caseIndex >= 0 && last) {
            if (targets.caseIndex + 1 < sw.body().size()) {
              return;
            }
            message = "cannot fallthrough final case in switch";
          }
        }
        reporter.report(s.pos(), "MisplacedFallthrough", message);
      }
      case GOTO -> {} // has a label
    }
  }

  private void branch(Body body, Stmt.BranchStmt s, Expr.Name label) {
    String name = label.value();
    switch (s.kind()) {
      case BREAK -> {
        if (!labels.containsKey(name)) {
          reporter.report(label.pos(), "UndeclaredLabel", "break label not defined: " + name);
        } else if (!isEnclosing(body.block, name, false)) {
          reporter.report(label.pos(), "MisplacedLabel", "invalid break label " + name);
        }
      }
      case CONTINUE -> {
        if (!labels.containsKey(name)) {
          reporter.report(label.pos(), "UndeclaredLabel", "continue label not defined: " + name);
        } else if (!isEnclosing(body.block, name, true)) {
          reporter.report(label.pos(), "MisplacedLabel", "invalid continue label " + name);
        }
      }
      case GOTO -> {
        if (!isGotoTarget(body.block, name)) {
          body.forward.add(s); // the label may follow
        }
      }
      case FALLTHROUGH -> {} // never has a label
    }
  }

  /**
   * Marks the label used; tells whether it labels an enclosing statement that break or continue may
   * name.
   */
  private boolean isEnclosing(Block from, String name, boolean loop) {
    Label label = labels.get(name);
    if (label == null) {
      return false;
    }
    label.used = true;
    for (Block b = from; b != null; b = b.parent) {
      if (label.stmt == b.labeled) {
        Stmt s = label.stmt.stmt();
        return s instanceof Stmt.ForStmt
            || (!loop && (s instanceof Stmt.SwitchStmt || s instanceof Stmt.SelectStmt));
      }
    }
    return false;
  }
}
