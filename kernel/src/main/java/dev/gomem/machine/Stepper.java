package dev.gomem.machine;

/** Is called before each statement while set; slows the run, changes nothing else. */
public interface Stepper {
  /**
   * @return false to be called no more in this run
   */
  boolean step(Machine machine);
}
