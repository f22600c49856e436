package dev.gomem.machine;

import dev.gomem.code.CodeUnit.Method;
import dev.gomem.layout.RType;
import dev.gomem.machine.memory.Frozen;
import java.util.Map;

/** A machine's whole state at one time, for {@link Machine#restore}. */
public final class Checkpoint {
  final Frozen bytes;

  /** Without bytes. */
  final World world;

  final DataSegment.State data;
  final Text.State text;
  final Map<RType, Map<String, Method>> methods;

  Checkpoint(
      Frozen bytes,
      World world,
      DataSegment.State data,
      Text.State text,
      Map<RType, Map<String, Method>> methods) {
    this.bytes = bytes;
    this.world = world;
    this.data = data;
    this.text = text;
    this.methods = methods;
  }

  /** Bytes of memory that no earlier checkpoint shares. */
  public long ownBytes() {
    return bytes.ownBytes();
  }
}
