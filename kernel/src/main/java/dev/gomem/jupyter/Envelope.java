package dev.gomem.jupyter;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.spencerpark.jupyter.messages.HMACGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One Jupyter message as it travels: the routing identities, then header, parent header, metadata
 * and content as JSON. Unlike the base kernel's {@code Message} it keeps the type of a message that
 * nobody here has heard of, and gives the parent's header back exactly as it came. Source: "The
 * wire protocol" in Jupyter's messaging specification.
 *
 * @param arrived when it was read, by {@link System#nanoTime}; 0 for one that was made here
 */
record Envelope(
    List<byte[]> identities,
    JsonObject header,
    JsonObject parent,
    JsonObject metadata,
    JsonObject content,
    long arrived) {
  static final String PROTOCOL = "5.4";

  /** Contents are written by this one: no escapes for HTML, which the picture is full of. */
  static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

  /** The session id in every header that this process writes. */
  private static final String SESSION = UUID.randomUUID().toString();

  /** Thrown for what is no message of a client that knows the key. It gets no answer. */
  static final class BadMessage extends Exception {
    private static final long serialVersionUID = 1;

    BadMessage(String message) {
      super(message);
    }
  }

  /** A new message, the answer to {@code parent}'s or, with an empty parent, to nobody's. */
  static Envelope of(List<byte[]> identities, String type, JsonObject parent, JsonObject content) {
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", UUID.randomUUID().toString());
    header.addProperty("session", SESSION);
    header.addProperty("username", "kernel");
    header.addProperty("date", Instant.now().toString());
    header.addProperty("msg_type", type);
    header.addProperty("version", PROTOCOL);
    return new Envelope(identities, header, parent, new JsonObject(), content, 0);
  }

  /** Reads the frames of one message and checks its signature. */
  static Envelope read(List<byte[]> frames, HMACGenerator signer) throws BadMessage {
    int at = 0;
    while (at < frames.size() && !Arrays.equals(frames.get(at), DELIMITER)) {
      at++;
    }
    if (frames.size() < at + 6) {
      throw new BadMessage("too few frames: " + frames.size());
    }
    List<byte[]> identities = List.copyOf(frames.subList(0, at));
    byte[] signature = frames.get(at + 1);
    byte[] header = frames.get(at + 2);
    byte[] parent = frames.get(at + 3);
    byte[] metadata = frames.get(at + 4);
    byte[] content = frames.get(at + 5);
    String expected = signer.calculateSignature(header, parent, metadata, content);
    if (!expected.isEmpty()
        && !MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII), signature)) {
      throw new BadMessage("wrong signature");
    }
    Envelope read =
        new Envelope(
            identities,
            object(header),
            object(parent),
            object(metadata),
            object(content),
            System.nanoTime());
    if (read.type().isEmpty()) {
      throw new BadMessage("no msg_type");
    }
    return read;
  }

  /** The frames to send. */
  List<byte[]> frames(HMACGenerator signer) {
    byte[] header = bytes(header());
    byte[] parent = bytes(parent());
    byte[] metadata = bytes(metadata());
    byte[] content = bytes(content());
    List<byte[]> frames = new ArrayList<>(identities);
    frames.add(DELIMITER);
    frames.add(
        signer
            .calculateSignature(header, parent, metadata, content)
            .getBytes(StandardCharsets.US_ASCII));
    frames.add(header);
    frames.add(parent);
    frames.add(metadata);
    frames.add(content);
    return frames;
  }

  String type() {
    return text(header, "msg_type", "");
  }

  String id() {
    return text(header, "msg_id", "");
  }

  /** Which client's conversation this belongs to. */
  String session() {
    return text(header, "session", "");
  }

  /** When its sender wrote it, by the sender's clock, or null where it does not say. */
  @Nullable Instant date() {
    try {
      return Instant.parse(text(header, "date", ""));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  String parentId() {
    return text(parent, "msg_id", "");
  }

  /** A string of the content, or {@code otherwise} where it has none. */
  String text(String name, String otherwise) {
    return text(content, name, otherwise);
  }

  /** A truth value of the content, or {@code otherwise} where it has none. */
  boolean flag(String name, boolean otherwise) {
    JsonElement value = content.get(name);
    return (value != null && value.isJsonPrimitive()) ? value.getAsBoolean() : otherwise;
  }

  /** A whole number of the content, or {@code otherwise} where it has none. */
  int number(String name, int otherwise) {
    JsonElement value = content.get(name);
    return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()
        ? value.getAsInt()
        : otherwise;
  }

  private static String text(JsonObject from, String name, String otherwise) {
    JsonElement value = from.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : otherwise;
  }

  private static JsonObject object(byte[] json) throws BadMessage {
    try {
      JsonElement read = JsonParser.parseString(new String(json, StandardCharsets.UTF_8));
      if (read.isJsonObject()) {
        return read.getAsJsonObject();
      }
    } catch (JsonParseException | StackOverflowError malformed) {
      // A hostile nesting overflows the parser's stack; to us it is malformed like the rest.
    }
    throw new BadMessage("a part is no JSON object");
  }

  private static byte[] bytes(JsonObject part) {
    return GSON.toJson(part).getBytes(StandardCharsets.UTF_8);
  }
}
