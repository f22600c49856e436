"""The kernel as a front end meets it: started from its kernelspec, spoken to over its sockets."""

import signal
import subprocess
import sys
import textwrap
import time

from conftest import PATIENCE, ends_within


def test_says_what_it_is(kernel):
    info = kernel.reply(kernel.client.kernel_info())["content"]
    assert info["status"] == "ok"
    assert info["protocol_version"] == "5.4"
    assert info["implementation"] == "gomem"
    assert info["language_info"]["name"] == "go"
    assert info["language_info"]["file_extension"] == ".go"


def test_every_cell_is_answered_and_numbered(kernel):
    for number in (1, 2, 3):
        reply, published = kernel.run("num := 2")
        assert reply["execution_count"] == number
        assert published[0]["msg_type"] == "execute_input"


def types(published):
    return [message["msg_type"] for message in published]


def test_a_cell_shows_what_it_prints_its_value_and_its_picture(kernel):
    reply, published = kernel.run('num := 2\nfmt.Println("n is", num)\nnum + 1')
    assert reply["status"] == "ok"
    assert types(published) == ["execute_input", "stream", "execute_result", "display_data"]
    assert published[1]["content"] == {"name": "stdout", "text": "n is 2\n"}
    assert published[2]["content"]["data"] == {"text/plain": "3"}
    picture = published[3]["content"]["data"]
    assert set(picture) == {"text/html", "text/plain"}
    assert "num" in picture["text/html"] and "num" in picture["text/plain"]
    assert "<" not in picture["text/plain"].split("num")[0]


def test_values_persist_from_cell_to_cell(kernel):
    kernel.run("num := 2")
    kernel.run("func add(i *int) int { return *i + 10 }")
    _, published = kernel.run("add(&num)")
    assert published[1]["content"]["data"] == {"text/plain": "12"}


def test_a_mistake_is_shown_at_its_place_and_changes_nothing(kernel):
    reply, published = kernel.run("a := 1\nb := a + undeclared")
    assert reply["ename"] == "CompileError"
    assert reply["evalue"] == "undefined: undeclared"
    shown = "\n".join(published[1]["content"]["traceback"])
    assert "In [1]:2:10: undefined: undeclared" in shown
    assert "b := a + undeclared" in shown and "^^^^^^^^^^" in shown
    assert published[1]["content"]["traceback"] == reply["traceback"]
    assert kernel.run("a")[0]["evalue"] == "undefined: a"


def test_a_panic_is_gos_and_the_session_lives_on(kernel):
    kernel.run("s := []int{1, 2}")
    reply, published = kernel.run("i := 5\ns[i]")
    assert reply["ename"] == "Panic"
    assert "index out of range [5] with length 2" in reply["evalue"]
    assert types(published)[:2] == ["execute_input", "error"]
    assert kernel.run("len(s)")[1][1]["content"]["data"] == {"text/plain": "2"}


def test_an_endless_loop_is_interrupted_and_the_variables_are_there(kernel):
    kernel.run("num := 2")
    msg_id = kernel.client.execute("for {}")
    time.sleep(1)
    began = time.monotonic()
    kernel.manager.interrupt_kernel()
    reply = kernel.reply(msg_id)["content"]
    # 0.2 s on a quiet machine; what matters here is that it ends at all.
    assert time.monotonic() - began < 5
    assert reply["ename"] == "Interrupted"
    kernel.published(msg_id)
    assert kernel.run("num")[1][1]["content"]["data"] == {"text/plain": "2"}


def test_runaway_recursion_ends_as_in_go(kernel):
    reply, published = kernel.run("func f(n int) int { return f(n+1) + 1 }\nf(0)")
    assert reply["ename"] == "FatalError"
    shown = "\n".join(reply["traceback"])
    assert "goroutine stack exceeds" in shown and "stack overflow" in shown
    assert kernel.run("1 + 1")[1][1]["content"]["data"] == {"text/plain": "2"}


def test_an_interrupt_ends_a_loop_that_prints(kernel):
    kernel.run("num := 2")
    msg_id = kernel.client.execute("for i := 0; ; i++ { fmt.Println(i) }")
    while True:
        message = kernel.client.get_iopub_msg(timeout=PATIENCE)
        if message["msg_type"] == "stream":
            break
    kernel.manager.interrupt_kernel()
    assert kernel.reply(msg_id)["content"]["ename"] == "Interrupted"
    kernel.published(msg_id)
    assert kernel.run("num")[1][1]["content"]["data"] == {"text/plain": "2"}


def test_a_full_memory_ends_the_cell_and_can_be_emptied(kernel):
    kernel.run("num := 2")
    reply, _ = kernel.run("var keep [][]byte\nfor { keep = append(keep, make([]byte, 1<<20)) }")
    assert reply["ename"] == "FatalError"
    assert "out of memory" in reply["evalue"]
    assert kernel.run("num")[1][1]["content"]["data"] == {"text/plain": "2"}
    assert kernel.run("keep = nil\nlen(make([]byte, 100<<20))")[0]["status"] == "ok"


def test_a_text_that_nests_too_deep_is_refused(kernel):
    reply, _ = kernel.run("x := " + "(" * 100_000 + "1" + ")" * 100_000)
    assert reply["ename"] == "CompileError"
    assert reply["evalue"].startswith("not supported yet: nesting")
    assert kernel.run("1 + 1")[1][1]["content"]["data"] == {"text/plain": "2"}


def test_knows_what_is_complete(kernel):
    for code, status in (("num := 2", "complete"), ("func f() {", "incomplete"), ("f(]", "invalid")):
        assert kernel.reply(kernel.client.is_complete(code))["content"]["status"] == status


def test_unknown_requests_are_answered(kernel):
    client = kernel.client
    message = client.session.msg("debug_request", {"command": "initialize"})
    client.shell_channel.send(message)
    reply = kernel.reply(message["header"]["msg_id"])
    assert reply["msg_type"] == "debug_reply"
    assert reply["content"]["status"] == "error"


def test_a_shutdown_request_ends_the_process(kernel):
    pid = kernel.pid
    kernel.client.shutdown()
    assert ends_within(pid, 5)


def test_restarts(kernel):
    first = kernel.pid
    kernel.manager.restart_kernel(now=False)
    kernel.client.wait_for_ready(timeout=PATIENCE)
    assert kernel.pid != first
    assert kernel.run("num := 2")[0]["execution_count"] == 1


def test_ends_when_the_server_is_killed():
    server = subprocess.Popen(
        [
            sys.executable,
            "-c",
            textwrap.dedent(
                """
                import time
                from jupyter_client.manager import KernelManager
                manager = KernelManager(kernel_name="gomem")
                manager.start_kernel()
                client = manager.blocking_client()
                client.start_channels()
                client.wait_for_ready(timeout=60)
                print(manager.provisioner.pid, flush=True)
                time.sleep(600)
                """
            ),
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    pid = int(server.stdout.readline())
    server.send_signal(signal.SIGKILL)
    server.wait()
    assert ends_within(pid, 5)


def test_starts_in_good_time(kernel):
    """Not a benchmark: only a start that hangs or waits for something fails here."""
    began = time.monotonic()
    kernel.manager.restart_kernel(now=True)
    kernel.client.wait_for_ready(timeout=PATIENCE)
    assert time.monotonic() - began < 15
