package dev.gomem.machine;

/**
 * An instruction decoded for the interpreter, linked to the one behind it. An abstract class and
 * one small subclass an opcode: measured faster than an interface, and than a switch once there are
 * as many opcodes as here.
 */
abstract class Node {
  Node next = this;
  Code code = Code.NONE;

  /** Index of the instruction in its function. */
  int pc;

  /** It begins a statement. */
  boolean mark;

  /**
   * Executes the instruction.
   *
   * @return the next one, or {@link Interp#HALT}
   */
  abstract Node exec(Interp s);

  /**
   * Address that this instruction accesses, as far as its base may be nil; -1 if it makes no such
   * access.
   */
  long faultAddress(Interp s) {
    return -1;
  }

  /** It can be executed again after it failed for want of memory: it had changed nothing. */
  boolean repeatable() {
    return false;
  }

  /** An instruction with up to three operands. */
  abstract static class Abc extends Node {
    final int a;
    final int b;
    final int c;

    Abc(int a, int b, int c) {
      this.a = a;
      this.b = b;
      this.c = c;
    }
  }

  /** An access to memory at a frame word plus an offset. */
  abstract static class Access extends Abc {
    Access(int a, int b, int c) {
      super(a, b, c);
    }

    /** The frame word that holds the base. */
    abstract int base();

    @Override
    long faultAddress(Interp s) {
      return s.word(base()) + c;
    }
  }

  /** An instruction that may go elsewhere. */
  abstract static class Branch extends Abc {
    Node target = this;

    /** The target does not lie behind: a counted safepoint. */
    boolean back;

    Branch(int a, int b, int c) {
      super(a, b, c);
    }

    /** Goes to the target. */
    final Node jump(Interp s) {
      if (back && --s.budget < 0) {
        return s.poll(this, target);
      }
      return target;
    }
  }
}
