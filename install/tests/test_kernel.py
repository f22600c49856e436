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
