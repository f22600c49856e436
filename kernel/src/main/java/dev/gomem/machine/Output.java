package dev.gomem.machine;

import org.jspecify.annotations.Nullable;

/** Where the running program's bytes go and come from. Called on the machine's thread. */
public interface Output {
  /**
   * @param fd 1 standard output, 2 standard error
   */
  void write(int fd, byte[] bytes);

  /** The next line of standard input with its end, or what there is of it; null at the end. */
  default byte @Nullable [] read() {
    return null;
  }
}
