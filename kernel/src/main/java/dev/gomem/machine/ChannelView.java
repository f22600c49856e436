package dev.gomem.machine;

import dev.gomem.layout.RType;
import java.util.List;

/**
 * A channel as its object has it, and the goroutines in its two queues.
 *
 * @param buffer addresses of the elements in it, the next to be received first
 * @param receivers ids, in order of arrival
 */
public record ChannelView(
    RType elem,
    long capacity,
    boolean closed,
    List<Long> buffer,
    List<Long> receivers,
    List<Sender> senders) {
  /**
   * @param elem address of what it sends
   */
  public record Sender(long goroutine, long elem) {}
}
