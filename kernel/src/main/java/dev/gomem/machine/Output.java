package dev.gomem.machine;

/** Where the running program's bytes go. Called on the machine's thread. */
public interface Output {
  /**
   * @param fd 1 standard output, 2 standard error
   */
  void write(int fd, byte[] bytes);
}
