package dev.gomem.machine;

import dev.gomem.code.Function;
import dev.gomem.code.Op;
import dev.gomem.code.Pool;
import dev.gomem.layout.RType;
import dev.gomem.machine.memory.TypeInfo;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns a function's code into linked nodes, at its first call: constants are linked, forward jumps
 * and NOPs vanish into the links, accesses far beyond nil and, when invariant I is checked, pointer
 * stores get a check before them.
 */
final class Decoder {
  private static final Op[] OPS = Op.values();

  private final Interp s;
  private final Code code;
  private final Function f;
  private final int[] ints;

  /** First node of each instruction; null for what vanishes. */
  private final @Nullable Node[] first;

  private final @Nullable Node[] last;

  Decoder(Interp s, Code code) {
    this.s = s;
    this.code = code;
    f = code.function;
    ints = f.code();
    first = new Node[f.instructions()];
    last = new Node[f.instructions()];
  }

  void decode() {
    code.siteBase = s.machine.sites(f);
    int n = f.instructions();
    for (int i = 0; i < n; i++) {
      Op op = op(i);
      if (op != Op.EXT && !vanishes(i)) {
        Node node = node(i, op);
        node.code = code;
        node.pc = i;
        last[i] = node;
        first[i] = guarded(i, op, node);
        Node head = first[i];
        if (head != null) {
          head.mark = f.marks().get(i);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      Node node = last[i];
      if (node != null) {
        link(i, node);
      }
    }
    for (int i = 0; i < n; i++) {
      s.text.nodes[code.index + i] = reach(i);
    }
    code.entry = reach(0);
  }

  private Op op(int i) {
    return OPS[ints[4 * i]];
  }

  private int operand(int i, int k) {
    return ints[4 * i + k];
  }

  /** NOPs and forward jumps that begin no statement. */
  private boolean vanishes(int i) {
    Op op = op(i);
    return op == Op.NOP || op == Op.JMP && operand(i, 1) > i && !f.marks().get(i);
  }

  /** The node that executes at instruction {@code i} or where it vanishes to. */
  private Node reach(int i) {
    int at = i;
    while (at < first.length) {
      Node n = first[at];
      if (n != null) {
        return n;
      }
      at = op(at) == Op.JMP ? operand(at, 1) : at + 1;
    }
    return new End(code, i);
  }

  private void link(int i, Node node) {
    int behind = i + (op(i).wide() ? 2 : 1);
    node.next = behind < first.length ? reach(behind) : new End(code, i);
    if (node instanceof BranchNodes.Table t) {
      int from = operand(i + 1, 1);
      for (int k = 0; k < t.targets.length; k++) {
        t.targets[k] = reach(from + k);
      }
    }
    if (node instanceof Node.Branch b) {
      int target = target(i);
      b.target = reach(target);
      b.back = target <= i;
    }
  }

  private int target(int i) {
    String format = op(i).format();
    return operand(i, format.indexOf('T') + 1);
  }

  /** Behind the last instruction: code must not fall there. */
  private static final class End extends Node {
    End(Code c, int i) {
      code = c;
      pc = i;
    }

    @Override
    Node exec(Interp s) {
      throw new MachineFault("control falls off " + code.function.symbol() + " at " + pc);
    }
  }

  // constants

  private Pool pool(int i) {
    return f.pool().get(i);
  }

  private RType type(int i) {
    if (pool(i) instanceof Pool.Type t) {
      return t.type();
    }
    throw new MachineFault("pool " + i + " of " + f.symbol() + " is no type: " + pool(i));
  }

  private TypeInfo info(int i) {
    return s.machine.info(type(i));
  }

  private long constant(Pool p) {
    return switch (p) {
      case Pool.Bits b -> b.value();
      case Pool.Bytes b -> s.data.constant(bytes(b.bytes()));
      case Pool.Func g -> s.text.code(g.symbol()).address(0);
      case Pool.FuncValue v -> s.machine.closure(s.text.code(v.symbol()));
      case Pool.Global g -> global(g.symbol());
      case Pool.Type t -> s.data.descriptor(t.type());
      case Pool.Itab t -> s.machine.itab(t.iface(), t.concrete());
      case Pool.ReadOnly r -> s.machine.readOnly(r.of(), bytes(r.bytes()));
      case Pool.Java j -> throw new MachineFault("a Java body is no constant: " + j.symbol());
    };
  }

  private long global(String symbol) {
    GlobalView g = s.data.global(symbol);
    if (g == null) {
      throw new MachineFault("undefined package variable " + symbol);
    }
    return g.address();
  }

  private static byte[] bytes(List<Byte> list) {
    byte[] b = new byte[list.size()];
    for (int i = 0; i < b.length; i++) {
      b[i] = list.get(i);
    }
    return b;
  }

  private int site(int i) {
    return i < 0 ? 0 : code.siteBase + i;
  }

  // nodes

  private Node node(int i, Op op) {
    int a = operand(i, 1);
    int b = operand(i, 2);
    int c = operand(i, 3);
    return switch (op) {
      case EXT -> throw new MachineFault("EXT without a wide instruction");
      case NOP -> new BranchNodes.Jump(a, b, c);
      case MOV -> new MoveNodes.Mov(a, b, c);
      case LEA -> new MoveNodes.Lea(a, b, c);
      case LF8U -> new MoveNodes.Lf8U(a, b, c);
      case LF8S -> new MoveNodes.Lf8S(a, b, c);
      case LF16U -> new MoveNodes.Lf16U(a, b, c);
      case LF16S -> new MoveNodes.Lf16S(a, b, c);
      case LF32U -> new MoveNodes.Lf32U(a, b, c);
      case LF32S -> new MoveNodes.Lf32S(a, b, c);
      case SF8 -> new MoveNodes.Sf8(a, b, c);
      case SF16 -> new MoveNodes.Sf16(a, b, c);
      case SF32 -> new MoveNodes.Sf32(a, b, c);
      case NILCHK -> new MemoryNodes.NilCheck(a, b, c);
      case LD8U -> new MemoryNodes.Ld8U(a, b, c);
      case LD8S -> new MemoryNodes.Ld8S(a, b, c);
      case LD16U -> new MemoryNodes.Ld16U(a, b, c);
      case LD16S -> new MemoryNodes.Ld16S(a, b, c);
      case LD32U -> new MemoryNodes.Ld32U(a, b, c);
      case LD32S -> new MemoryNodes.Ld32S(a, b, c);
      case LD64 -> new MemoryNodes.Ld64(a, b, c);
      case ST8 -> new MemoryNodes.St8(a, b, c);
      case ST16 -> new MemoryNodes.St16(a, b, c);
      case ST32 -> new MemoryNodes.St32(a, b, c);
      case ST64 -> new MemoryNodes.St64(a, b, c);
      case ADD -> new IntNodes.Add(a, b, c);
      case SUB -> new IntNodes.Sub(a, b, c);
      case MUL -> new IntNodes.Mul(a, b, c);
      case DIV -> new IntNodes.Div(a, b, c);
      case DIVU -> new IntNodes.DivU(a, b, c);
      case REM -> new IntNodes.Rem(a, b, c);
      case REMU -> new IntNodes.RemU(a, b, c);
      case DIVI -> new IntNodes.DivI(a, b, c);
      case REMI -> new IntNodes.RemI(a, b, c);
      case AND -> new IntNodes.And(a, b, c);
      case OR -> new IntNodes.Or(a, b, c);
      case XOR -> new IntNodes.Xor(a, b, c);
      case ANDNOT -> new IntNodes.AndNot(a, b, c);
      case SHL -> new IntNodes.Shl(a, b, c);
      case SHR -> new IntNodes.Shr(a, b, c);
      case SHRU -> new IntNodes.ShrU(a, b, c);
      case SHIFTCHK -> new IntNodes.ShiftCheck(a, b, c);
      case ADDI -> new IntNodes.AddI(a, b, c);
      case MULI -> new IntNodes.MulI(a, b, c);
      case ANDI -> new IntNodes.AndI(a, b, c);
      case ORI -> new IntNodes.OrI(a, b, c);
      case XORI -> new IntNodes.XorI(a, b, c);
      case SHLI -> new IntNodes.ShlI(a, b, c);
      case SHRI -> new IntNodes.ShrI(a, b, c);
      case SHRUI -> new IntNodes.ShrUI(a, b, c);
      case NEG -> new IntNodes.Neg(a, b, c);
      case COM -> new IntNodes.Com(a, b, c);
      case NOT -> new IntNodes.Not(a, b, c);
      case SX8 -> new IntNodes.Sx8(a, b, c);
      case SX16 -> new IntNodes.Sx16(a, b, c);
      case SX32 -> new IntNodes.Sx32(a, b, c);
      case ZX8 -> new IntNodes.Zx8(a, b, c);
      case ZX16 -> new IntNodes.Zx16(a, b, c);
      case ZX32 -> new IntNodes.Zx32(a, b, c);
      case ADD32S -> new IntNodes.Add32S(a, b, c);
      case SUB32S -> new IntNodes.Sub32S(a, b, c);
      case MUL32S -> new IntNodes.Mul32S(a, b, c);
      case ADD32U -> new IntNodes.Add32U(a, b, c);
      case SUB32U -> new IntNodes.Sub32U(a, b, c);
      case MUL32U -> new IntNodes.Mul32U(a, b, c);
      case EQ -> new IntNodes.Eq(a, b, c);
      case NE -> new IntNodes.Ne(a, b, c);
      case LT -> new IntNodes.Lt(a, b, c);
      case LE -> new IntNodes.Le(a, b, c);
      case LTU -> new IntNodes.LtU(a, b, c);
      case LEU -> new IntNodes.LeU(a, b, c);
      case EQI -> new IntNodes.EqI(a, b, c);
      case NEI -> new IntNodes.NeI(a, b, c);
      case LTI -> new IntNodes.LtI(a, b, c);
      case LEI -> new IntNodes.LeI(a, b, c);
      case GTI -> new IntNodes.GtI(a, b, c);
      case GEI -> new IntNodes.GeI(a, b, c);
      case FADD -> new FloatNodes.FAdd(a, b, c);
      case FSUB -> new FloatNodes.FSub(a, b, c);
      case FMUL -> new FloatNodes.FMul(a, b, c);
      case FDIV -> new FloatNodes.FDiv(a, b, c);
      case FNEG -> new FloatNodes.FNeg(a, b, c);
      case FSQRT -> new FloatNodes.FSqrt(a, b, c);
      case FABS -> new FloatNodes.FAbs(a, b, c);
      case FEQ -> new FloatNodes.FEq(a, b, c);
      case FNE -> new FloatNodes.FNe(a, b, c);
      case FLT -> new FloatNodes.FLt(a, b, c);
      case FLE -> new FloatNodes.FLe(a, b, c);
      case GADD -> new FloatNodes.GAdd(a, b, c);
      case GSUB -> new FloatNodes.GSub(a, b, c);
      case GMUL -> new FloatNodes.GMul(a, b, c);
      case GDIV -> new FloatNodes.GDiv(a, b, c);
      case GNEG -> new FloatNodes.GNeg(a, b, c);
      case GEQ -> new FloatNodes.GEq(a, b, c);
      case GNE -> new FloatNodes.GNe(a, b, c);
      case GLT -> new FloatNodes.GLt(a, b, c);
      case GLE -> new FloatNodes.GLe(a, b, c);
      case I2F -> new FloatNodes.I2F(a, b, c);
      case U2F -> new FloatNodes.U2F(a, b, c);
      case I2G -> new FloatNodes.I2G(a, b, c);
      case U2G -> new FloatNodes.U2G(a, b, c);
      case F2I -> new FloatNodes.F2I(a, b, c);
      case F2I32 -> new FloatNodes.F2I32(a, b, c);
      case F2U -> new FloatNodes.F2U(a, b, c);
      case G2I -> new FloatNodes.G2I(a, b, c);
      case G2U -> new FloatNodes.G2U(a, b, c);
      case F2G -> new FloatNodes.F2G(a, b, c);
      case G2F -> new FloatNodes.G2F(a, b, c);
      case IXLD8U -> new IndexNodes.Ld8U(a, b, c);
      case IXLD8S -> new IndexNodes.Ld8S(a, b, c);
      case IXLD16U -> new IndexNodes.Ld16U(a, b, c);
      case IXLD16S -> new IndexNodes.Ld16S(a, b, c);
      case IXLD32U -> new IndexNodes.Ld32U(a, b, c);
      case IXLD32S -> new IndexNodes.Ld32S(a, b, c);
      case IXLD64 -> new IndexNodes.Ld64(a, b, c);
      case IXST8 -> new IndexNodes.St8(a, b, c);
      case IXST16 -> new IndexNodes.St16(a, b, c);
      case IXST32 -> new IndexNodes.St32(a, b, c);
      case IXST64 -> new IndexNodes.St64(a, b, c);
      case STRIX -> new IndexNodes.Ld8U(a, b, c);
      case BOUND -> new IndexNodes.Bound(a, b, c);
      case BOUNDI -> new IndexNodes.BoundI(a, b, c);
      case CALLC -> new CallNodes.Closure(a, b, c);
      case CALLI -> new CallNodes.Interface(a, b, c);
      case CTX -> new CallNodes.Context(a, b, c);
      case DEFER -> new DeferNodes.Defer(a, b, c);
      case RUNDEFERS -> new DeferNodes.RunDefers(a, b, c);
      case JMP -> new BranchNodes.Jump(a, b, c);
      case JT -> new BranchNodes.IfTrue(a, b, c);
      case JF -> new BranchNodes.IfFalse(a, b, c);
      case JEQ -> new BranchNodes.IfEq(a, b, c);
      case JNE -> new BranchNodes.IfNe(a, b, c);
      case JLT -> new BranchNodes.IfLt(a, b, c);
      case JLE -> new BranchNodes.IfLe(a, b, c);
      case JLTU -> new BranchNodes.IfLtU(a, b, c);
      case JLEU -> new BranchNodes.IfLeU(a, b, c);
      case JEQI -> new BranchNodes.IfEqI(a, b, c);
      case JNEI -> new BranchNodes.IfNeI(a, b, c);
      case INCJLT -> new BranchNodes.IncIfLt(a, b, c);
      case INCJLE -> new BranchNodes.IncIfLe(a, b, c);
      case INCJLTI -> new BranchNodes.IncIfLtI(a, b, c);
      case JLTI -> new BranchNodes.IfLtI(a, b, c);
      case JLEI -> new BranchNodes.IfLeI(a, b, c);
      case JGTI -> new BranchNodes.IfGtI(a, b, c);
      case JGEI -> new BranchNodes.IfGeI(a, b, c);
      case JFLT -> new BranchNodes.IfFLt(a, b, c);
      case JFNLT -> new BranchNodes.IfFNotLt(a, b, c);
      case JFLE -> new BranchNodes.IfFLe(a, b, c);
      case JFNLE -> new BranchNodes.IfFNotLe(a, b, c);
      case JTAB -> table(a, b, c);
      case MOVN ->
          c == 16
              ? new MoveNodes.Mov16(a, b, c)
              : c == 24 ? new MoveNodes.Mov24(a, b, c) : new MoveNodes.Movn(a, b, c);
      case ZERO -> c == 8 ? new MoveNodes.Zero8(a, b, c) : new MoveNodes.Zero(a, b, c);
      case CONST -> new MoveNodes.Const(a, constant(pool(b)));
      case CONSTI -> new MoveNodes.Const(a, b);
      case STP -> new MemoryNodes.St64(a, b, c);
      case LDN -> ldn(a, b, c, operand(i + 1, 1));
      case STN -> stn(a, b, c, operand(i + 1, 1));
      case COPY -> new MemoryNodes.Copy(a, b, c);
      case CLEAR -> new MemoryNodes.Clear(a, b, c);
      case IXSTP ->
          s.debug.checkPointers()
              ? new IndexNodes.StCheckedPointer(a, b, c)
              : new IndexNodes.St64(a, b, c);
      case IXADDR -> new IndexNodes.Addr(a, b, c, operand(i + 1, 1));
      case IXLDN ->
          new IndexNodes.Ldn(a, b, c, operand(i + 1, 1), operand(i + 1, 2), operand(i + 1, 3));
      case FXADDR -> new IndexNodes.FrameAddr(a, b, c, operand(i + 1, 1), operand(i + 1, 2));
      case PXADDR -> new IndexNodes.PointerAddr(a, b, c, operand(i + 1, 1), operand(i + 1, 2));
      case SLICE, SLICESTR, SLICEARR -> slice(i, op, a, b, c);
      case CALL -> call(pool(a));
      case RET -> ret();
      case JAVA -> java(pool(a));
      case RT -> rt(i, a, b, c);
      case NEW -> new RuntimeNodes.New(a, info(b), site(c));
      case GO -> new Channels.Go(a, b, c);
    };
  }

  private static Node table(int a, int b, int c) {
    BranchNodes.Table t = new BranchNodes.Table(a, b, c);
    t.targets = new Node[b];
    return t;
  }

  private static Node ldn(int a, int b, int c, int size) {
    return size == 16
        ? new MemoryNodes.Ldn16(a, b, c)
        : size == 24 ? new MemoryNodes.Ldn24(a, b, c) : new MemoryNodes.Ldn(a, b, c, size);
  }

  private static Node stn(int a, int b, int c, int size) {
    return size == 16
        ? new MemoryNodes.Stn16(a, b, c)
        : size == 24 ? new MemoryNodes.Stn24(a, b, c) : new MemoryNodes.Stn(a, b, c, size);
  }

  private Node slice(int i, Op op, int a, int b, int c) {
    int x = operand(i + 1, 1);
    int y = operand(i + 1, 2);
    int z = operand(i + 1, 3);
    return switch (op) {
      case SLICE -> new IndexNodes.Slice(IndexNodes.Slice.Of.SLICE, a, b, c, x, y, z, 0);
      case SLICESTR -> new IndexNodes.Slice(IndexNodes.Slice.Of.STRING, a, b, c, x, -1, 1, 0);
      default -> {
        RType array = type(z);
        yield new IndexNodes.Slice(
            IndexNodes.Slice.Of.ARRAY, a, b, c, x, y, array.elem().size(), array.len());
      }
    };
  }

  private Node call(Pool p) {
    if (p instanceof Pool.Func g) {
      return new CallNodes.Static(s.text.code(g.symbol()));
    }
    throw new MachineFault("CALL of " + p);
  }

  private Node ret() {
    if (code.main) {
      return new CallNodes.MainReturn();
    }
    return code.user
        ? new CallNodes.UserReturn(f.frameSize())
        : new CallNodes.Return(f.frameSize());
  }

  private Node java(Pool p) {
    if (p instanceof Pool.Java j) {
      JavaBody body = s.machine.body(j.symbol());
      if (body == null) {
        throw new MachineFault("no Java body " + j.symbol().toLowerCase(Locale.ROOT));
      }
      return new CallNodes.Java(body);
    }
    throw new MachineFault("JAVA of " + p);
  }

  private Node rt(int i, int fn, int block, int aux) {
    return RuntimeNodes.of(
        s, fn, block, aux < 0 ? null : type(aux), site(operand(i + 1, 1)), operand(i + 1, 2));
  }

  // checks before an instruction

  private Node guarded(int i, Op op, Node node) {
    Node head = node;
    if (s.debug.checkPointers()) {
      head = checked(i, op, head);
    }
    if (node instanceof Node.Access access && (access.c < 0 || access.c >= 4096)) {
      head = before(i, new MemoryNodes.FarCheck(access.base(), 0, 0), head);
    }
    return head;
  }

  private Node before(int i, Node check, Node then) {
    check.code = code;
    check.pc = i;
    check.next = then;
    return check;
  }

  private Node checked(int i, Op op, Node head) {
    int a = operand(i, 1);
    int b = operand(i, 2);
    int c = operand(i, 3);
    return switch (op) {
      case STP -> before(i, new MemoryNodes.CheckPointers(a, b, c, new int[1], false), head);
      case STN ->
          operand(i + 1, 2) < 0
              ? head
              : before(
                  i,
                  new MemoryNodes.CheckPointers(a, b, c, info(operand(i + 1, 2)).pointers, false),
                  head);
      case COPY ->
          operand(i + 1, 1) < 0
              ? head
              : before(
                  i,
                  new MemoryNodes.CheckPointers(a, b, 0, info(operand(i + 1, 1)).pointers, true),
                  head);
      default -> head;
    };
  }
}
