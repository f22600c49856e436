package dev.gomem.types;

import dev.gomem.constant.Constant;

/** To be written. */
final class Consts {
  private final Checker check;

  Consts(Checker check) {
    this.check = check;
  }

  static boolean representableConst(Constant x, Checker check, Basic typ) {
    throw new UnsupportedOperationException();
  }
}
