package dev.gomem.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gomem.source.Words;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a session does that its cells' texts alone cannot tell: interrupts. */
final class SessionTest {
  private final Session session = Session.open(new Words("en"));
  private final StringBuilder out = new StringBuilder();
  private int n;

  /** Interrupts its session when a cell prints. */
  private final class InterruptedBy implements CellIo {
    private final String signal;

    InterruptedBy(String signal) {
      this.signal = signal;
    }

    @Override
    public void stdout(byte[] bytes) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      out.append(text);
      if (!signal.isEmpty() && text.contains(signal)) {
        session.interrupt();
      }
    }

    @Override
    public void stderr(byte[] bytes) {
      stdout(bytes);
    }

    @Override
    public @Nullable String readLine(String prompt) {
      return null;
    }
  }

  private Reply run(String code, String signal) {
    return session.execute(code, ++n, true, new InterruptedBy(signal));
  }

  @Test
  void interruptRunsDefersAndKeepsWhatWasDeclared() {
    run(
        "func work() {\n\tdefer fmt.Println(\"deferred\")\n\tfmt.Println(\"go\")\n\tfor {\n\t}\n}",
        "");
    Reply r = run("a := 1\nwork()\nb := 2", "go");
    assertEquals(Reply.Kind.INTERRUPTED, assertInstanceOf(Reply.Failed.class, r).kind());
    assertEquals("go\ndeferred\n", out.toString());
    assertEquals("1", assertInstanceOf(Reply.Done.class, run("a", "")).result());
    Reply b = run("b", "");
    assertEquals(Reply.Kind.COMPILE_ERROR, assertInstanceOf(Reply.Failed.class, b).kind());
    assertTrue(session.assemble().text().contains("// left out: it was interrupted"));
  }

  @Test
  void anInterruptIsNotRecovered() {
    Reply r =
        run(
            "func() {\n\tdefer func() { fmt.Println(recover()) }()\n\tfmt.Println(\"go\")\n\tfor {\n\t}\n}()",
            "go");
    assertEquals(Reply.Kind.INTERRUPTED, assertInstanceOf(Reply.Failed.class, r).kind());
    assertEquals("go\n<nil>\n", out.toString());
  }

  @Test
  void defersOfAnInterruptedCellCannotHoldItUp() {
    Reply r =
        run(
            "func() {\n\tdefer func() {\n\t\tfor {\n\t\t}\n\t}()\n\tfmt.Println(\"go\")\n\tfor {\n\t}\n}()",
            "go");
    assertEquals(Reply.Kind.INTERRUPTED, assertInstanceOf(Reply.Failed.class, r).kind());
    assertEquals("3", assertInstanceOf(Reply.Done.class, run("1 + 2", "")).result());
  }
}
