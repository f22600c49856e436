package dev.gomem.session;

import dev.gomem.escape.Placement;
import dev.gomem.snapshot.Picture;

/** What magics set; part of what %undo takes back. */
record Settings(Placement placement, Picture.View view, Memory memory) {
  /** Whether and how far pictures are drawn. */
  enum Memory {
    ON,
    OFF,
    /** Also what library code made and called. */
    LIBRARY
  }

  static final Settings START = new Settings(Placement.SIMPLE, Picture.View.ADDRESSES, Memory.ON);

  Settings withPlacement(Placement p) {
    return new Settings(p, view, memory);
  }

  Settings withView(Picture.View v) {
    return new Settings(placement, v, memory);
  }

  Settings withMemory(Memory m) {
    return new Settings(placement, view, m);
  }
}
