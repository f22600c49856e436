package dev.gomem.codegen;

import dev.gomem.code.Op;
import dev.gomem.layout.RType;
import org.jspecify.annotations.Nullable;

/** The opcodes that fit a scalar type: how its bytes become a canonical word and the other way. */
final class Words {
  private Words() {}

  /** Its bytes are the whole word. */
  static boolean wide(RType t) {
    return t.size() == 8;
  }

  /** A failed bounds check calls the index unsigned; a shorter one is extended to int before. */
  static boolean unsigned(RType index) {
    return wide(index) && !index.isSigned();
  }

  static Op frameLoad(RType t) {
    return switch ((int) t.size()) {
      case 1 -> t.isSigned() ? Op.LF8S : Op.LF8U;
      case 2 -> t.isSigned() ? Op.LF16S : Op.LF16U;
      case 4 -> t.isSigned() ? Op.LF32S : Op.LF32U;
      default -> Op.MOV;
    };
  }

  static Op frameStore(RType t) {
    return switch ((int) t.size()) {
      case 1 -> Op.SF8;
      case 2 -> Op.SF16;
      case 4 -> Op.SF32;
      default -> Op.MOV;
    };
  }

  static Op load(RType t) {
    return switch ((int) t.size()) {
      case 1 -> t.isSigned() ? Op.LD8S : Op.LD8U;
      case 2 -> t.isSigned() ? Op.LD16S : Op.LD16U;
      case 4 -> t.isSigned() ? Op.LD32S : Op.LD32U;
      default -> Op.LD64;
    };
  }

  static Op store(RType t) {
    return switch ((int) t.size()) {
      case 1 -> Op.ST8;
      case 2 -> Op.ST16;
      case 4 -> Op.ST32;
      default -> t.hasPointers() ? Op.STP : Op.ST64;
    };
  }

  static Op indexedLoad(RType t) {
    return switch ((int) t.size()) {
      case 1 -> t.isSigned() ? Op.IXLD8S : Op.IXLD8U;
      case 2 -> t.isSigned() ? Op.IXLD16S : Op.IXLD16U;
      case 4 -> t.isSigned() ? Op.IXLD32S : Op.IXLD32U;
      default -> Op.IXLD64;
    };
  }

  static Op indexedStore(RType t) {
    return switch ((int) t.size()) {
      case 1 -> Op.IXST8;
      case 2 -> Op.IXST16;
      case 4 -> Op.IXST32;
      default -> t.hasPointers() ? Op.IXSTP : Op.IXST64;
    };
  }

  /**
   * What makes a word canonical for the type again after 64-bit arithmetic; null if nothing is
   * needed.
   */
  static @Nullable Op extend(RType t) {
    return switch ((int) t.size()) {
      case 1 -> t.isSigned() ? Op.SX8 : Op.ZX8;
      case 2 -> t.isSigned() ? Op.SX16 : Op.ZX16;
      case 4 -> t.isSigned() ? Op.SX32 : Op.ZX32;
      default -> null;
    };
  }

  /** The canonical word of a constant whose low bits are given. */
  static long canonical(RType t, long bits) {
    return switch ((int) t.size()) {
      case 1 -> t.isSigned() ? (byte) bits : bits & 0xff;
      case 2 -> t.isSigned() ? (short) bits : bits & 0xffff;
      case 4 -> t.isSigned() ? (int) bits : bits & 0xffffffffL;
      default -> bits;
    };
  }

  /** Compared as signed words: signed integers, and unsigned ones that never reach the sign bit. */
  static boolean comparesSigned(RType t) {
    return t.isSigned() || t.size() < 8;
  }
}
