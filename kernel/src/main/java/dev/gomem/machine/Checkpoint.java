package dev.gomem.machine;

import dev.gomem.code.CodeUnit.Method;
import dev.gomem.layout.RType;
import java.util.Map;

/** A machine's whole state at one time, for {@link Machine#restore}. */
public final class Checkpoint {
  final World world;
  final DataSegment.State data;
  final Text.State text;
  final Map<RType, Map<String, Method>> methods;

  Checkpoint(
      World world,
      DataSegment.State data,
      Text.State text,
      Map<RType, Map<String, Method>> methods) {
    this.world = world;
    this.data = data;
    this.text = text;
    this.methods = methods;
  }
}
