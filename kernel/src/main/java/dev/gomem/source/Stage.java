package dev.gomem.source;

/** The stages that can find fault with a program. */
public enum Stage {
  SYNTAX,
  TYPES,
  ESCAPE,
  IR,
  LIBRARY,
  SESSION
}
