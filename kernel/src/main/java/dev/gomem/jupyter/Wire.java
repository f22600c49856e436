package dev.gomem.jupyter;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.HMACGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * The five sockets of a kernel. Invariants: one thread owns them all (they are not made for more),
 * sleeps until there is something to do, and does nothing that could take long: what arrives is
 * handed on, what is to be sent waits in a queue. So the heartbeat is answered and an interrupt
 * gets through whatever a cell does. Any thread may send.
 */
final class Wire {
  /** Where messages come from and go to. Requests arrive on all but iopub. */
  enum Channel {
    SHELL,
    CONTROL,
    STDIN,
    IOPUB
  }

  /** Is told what arrives, on the wire's thread: it must return at once. */
  interface Receiver {
    void receive(Channel from, Envelope message);
  }

  private record Outgoing(Channel to, Envelope message) {}

  /** How long unsent messages keep a closing kernel, in milliseconds. */
  private static final int LINGER = 1000;

  /** At most so many messages of one channel before the others get their turn. */
  private static final int IN_A_ROW = 64;

  private final HMACGenerator signer;
  private final Receiver receiver;
  private final ZContext context = new ZContext();
  private final ZMQ.Socket shell;
  private final ZMQ.Socket control;
  private final ZMQ.Socket stdin;
  private final ZMQ.Socket iopub;
  private final ZMQ.Socket heartbeat;

  private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final Pipe alarm;
  private final Thread thread = new Thread(this::loop, "wire");
  private volatile boolean closing;

  /** Binds the sockets; nothing is received before {@link #start}. */
  Wire(KernelConnectionProperties connection, Receiver receiver)
      throws IOException, GeneralSecurityException {
    if (!"tcp".equals(connection.getTransport())) {
      throw new IOException("transport not supported: " + connection.getTransport());
    }
    this.receiver = receiver;
    this.signer = connection.createHMACGenerator();
    this.alarm = Pipe.open();
    alarm.source().configureBlocking(false);
    alarm.sink().configureBlocking(false);
    context.setLinger(LINGER);
    String ip = connection.getIp();
    this.heartbeat = bind(SocketType.REP, ip, connection.getHbPort());
    this.iopub = bind(SocketType.XPUB, ip, connection.getIopubPort());
    this.control = bind(SocketType.ROUTER, ip, connection.getControlPort());
    this.stdin = bind(SocketType.ROUTER, ip, connection.getStdinPort());
    this.shell = bind(SocketType.ROUTER, ip, connection.getShellPort());
  }

  private ZMQ.Socket bind(SocketType type, String ip, int port) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setLinger(LINGER);
    // No output is dropped because a client reads slowly.
    socket.setHWM(0);
    if (type == SocketType.ROUTER) {
      socket.setRouterHandover(true);
    }
    if (type == SocketType.XPUB) {
      socket.setXpubVerbose(true);
    }
    socket.bind("tcp://" + ip + ":" + port);
    return socket;
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Queues a message; those of one thread are sent in its order. */
  void send(Channel to, Envelope message) {
    outgoing.add(new Outgoing(to, message));
    wake();
  }

  /** Sends what is queued, closes the sockets and waits for that, a bounded time. */
  void close() {
    closing = true;
    wake();
    try {
      thread.join(2L * LINGER);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private void wake() {
    if (woken.compareAndSet(false, true)) {
      try {
        alarm.sink().write(ByteBuffer.wrap(new byte[1]));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void loop() {
    try (ZMQ.Poller poller = context.createPoller(6)) {
      poller.register(control, ZMQ.Poller.POLLIN);
      poller.register(shell, ZMQ.Poller.POLLIN);
      poller.register(stdin, ZMQ.Poller.POLLIN);
      poller.register(heartbeat, ZMQ.Poller.POLLIN);
      poller.register(iopub, ZMQ.Poller.POLLIN);
      poller.register(alarm.source(), ZMQ.Poller.POLLIN);
      while (!closing) {
        poller.poll(-1);
        try {
          turn();
        } catch (RuntimeException | Error e) {
          // One bad message must not cost the kernel its sockets.
          Log.problem("wire", e);
        }
      }
      sendQueued();
    } catch (IOException | RuntimeException | Error e) {
      Log.problem("wire", e);
    } finally {
      context.close();
    }
  }

  private void turn() throws IOException {
    silenceAlarm();
    echo();
    take(Channel.CONTROL, control);
    take(Channel.SHELL, shell);
    take(Channel.STDIN, stdin);
    welcome();
    sendQueued();
  }

  /**
   * Empties the pipe and only then lowers the flag. The other way round a byte written in between
   * would be read here while its flag stays up, and nobody would wake this thread again.
   */
  private void silenceAlarm() throws IOException {
    ByteBuffer rest = ByteBuffer.allocate(16);
    while (alarm.source().read(rest) > 0) {
      rest.clear();
    }
    woken.set(false);
  }

  private void echo() {
    for (List<byte[]> frames = receive(heartbeat); frames != null; frames = receive(heartbeat)) {
      send(heartbeat, frames);
    }
  }

  private void take(Channel from, ZMQ.Socket socket) {
    for (int i = 0; i < IN_A_ROW; i++) {
      List<byte[]> frames = receive(socket);
      if (frames == null) {
        return;
      }
      try {
        receiver.receive(from, Envelope.read(frames, signer));
      } catch (Envelope.BadMessage e) {
        Log.note("message on " + from + " ignored: " + e.getMessage());
      }
    }
  }

  /** A new subscriber of iopub learns that it is one, and so that it will miss nothing from now. */
  private void welcome() {
    for (List<byte[]> frames = receive(iopub); frames != null; frames = receive(iopub)) {
      byte[] subscription = frames.getFirst();
      if (subscription.length > 0 && subscription[0] == 1) {
        String topic = new String(subscription, 1, subscription.length - 1, StandardCharsets.UTF_8);
        JsonObject content = new JsonObject();
        content.addProperty("subscription", topic);
        List<byte[]> address = List.of(topic.getBytes(StandardCharsets.UTF_8));
        Envelope welcome = Envelope.of(address, "iopub_welcome", new JsonObject(), content);
        send(iopub, welcome.frames(signer));
      }
    }
  }

  private void sendQueued() {
    for (Outgoing next = outgoing.poll(); next != null; next = outgoing.poll()) {
      send(socket(next.to()), next.message().frames(signer));
    }
  }

  private ZMQ.Socket socket(Channel channel) {
    return switch (channel) {
      case SHELL -> shell;
      case CONTROL -> control;
      case STDIN -> stdin;
      case IOPUB -> iopub;
    };
  }

  private static void send(ZMQ.Socket socket, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  private static @Nullable List<byte[]> receive(ZMQ.Socket socket) {
    byte[] first = socket.recv(ZMQ.DONTWAIT);
    if (first == null) {
      return null;
    }
    List<byte[]> frames = new ArrayList<>();
    frames.add(first);
    while (socket.hasReceiveMore()) {
      frames.add(socket.recv());
    }
    return frames;
  }
}
