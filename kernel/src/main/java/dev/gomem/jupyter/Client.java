package dev.gomem.jupyter;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.HMACGenerator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * The other end of the wire: a front end of a few lines, for the rehearsal and the tests. Not for
 * several threads.
 */
final class Client implements AutoCloseable {
  private final ZContext context = new ZContext();
  private final HMACGenerator signer;
  final ZMQ.Socket shell;
  final ZMQ.Socket control;
  final ZMQ.Socket stdin;
  final ZMQ.Socket iopub;
  final ZMQ.Socket heartbeat;

  Client(KernelConnectionProperties connection) throws GeneralSecurityException {
    this.signer = connection.createHMACGenerator();
    byte[] identity = UUID.randomUUID().toString().getBytes(ZMQ.CHARSET);
    String address = "tcp://" + connection.getIp() + ":";
    this.shell = connect(SocketType.DEALER, identity, address + connection.getShellPort());
    this.control = connect(SocketType.DEALER, identity, address + connection.getControlPort());
    this.stdin = connect(SocketType.DEALER, identity, address + connection.getStdinPort());
    this.iopub = connect(SocketType.SUB, identity, address + connection.getIopubPort());
    iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
    this.heartbeat = connect(SocketType.REQ, identity, address + connection.getHbPort());
  }

  /** A connection to ports that nobody uses now. */
  static KernelConnectionProperties unusedPorts() throws IOException {
    List<ServerSocket> probes = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        probes.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> ports = probes.stream().map(ServerSocket::getLocalPort).toList();
      return new KernelConnectionProperties(
          "127.0.0.1",
          ports.get(0),
          ports.get(1),
          ports.get(2),
          ports.get(3),
          ports.get(4),
          "tcp",
          "hmac-sha256",
          UUID.randomUUID().toString());
    } finally {
      for (ServerSocket probe : probes) {
        probe.close();
      }
    }
  }

  private ZMQ.Socket connect(SocketType type, byte[] identity, String address) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setLinger(0);
    socket.setReconnectIVL(10);
    socket.setIdentity(identity);
    socket.connect(address);
    return socket;
  }

  /** Sends a message and returns it; its header is the parent of the answers. */
  Envelope send(ZMQ.Socket socket, String type, JsonObject content) {
    Envelope request = Envelope.of(List.of(), type, new JsonObject(), content);
    sendFrames(socket, request.frames(signer));
    return request;
  }

  void sendFrames(ZMQ.Socket socket, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  Envelope execute(String code, boolean allowStdin) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("allow_stdin", allowStdin);
    return send(shell, "execute_request", content);
  }

  /** The next message on a socket, or null after so many milliseconds without one. */
  @Nullable Envelope receive(ZMQ.Socket socket, int milliseconds) throws Envelope.BadMessage {
    socket.setReceiveTimeOut(milliseconds);
    byte[] first = socket.recv();
    if (first == null) {
      return null;
    }
    List<byte[]> frames = new ArrayList<>(List.of(first));
    while (socket.hasReceiveMore()) {
      frames.add(socket.recv());
    }
    return Envelope.read(frames, signer);
  }

  /** The reply to {@code request}; others that come before it are passed over. */
  Envelope reply(ZMQ.Socket socket, Envelope request, int milliseconds) throws Envelope.BadMessage {
    while (true) {
      Envelope next = receive(socket, milliseconds);
      if (next == null) {
        throw new IllegalStateException("no reply to " + request.type());
      }
      if (next.parentId().equals(request.id())) {
        return next;
      }
    }
  }

  /** All that iopub says about {@code request}, up to its idle, which is the last. */
  List<Envelope> published(Envelope request, int milliseconds) throws Envelope.BadMessage {
    List<Envelope> all = new ArrayList<>();
    while (true) {
      Envelope next = receive(iopub, milliseconds);
      if (next == null) {
        throw new IllegalStateException("no idle for " + request.type() + " after " + all);
      }
      if (next.parentId().equals(request.id())) {
        all.add(next);
        if (next.type().equals("status") && next.text("execution_state", "").equals("idle")) {
          return all;
        }
      }
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
