"""What the tests through a real kernel share: the checkout, the launcher, a started kernel."""

import os
import pathlib
import time

import pytest
from jupyter_client.manager import KernelManager

from lessons import CHECKOUT, PATIENCE

LAUNCHER = CHECKOUT / "install" / "gomem"
JAR = CHECKOUT / "kernel" / "target" / "gomem.jar"


class Running:
    """A kernel started from its kernelspec, with a client, as a front end does it."""

    def __init__(self):
        self.manager = KernelManager(kernel_name="gomem")
        self.manager.start_kernel()
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)

    @property
    def pid(self):
        return self.manager.provisioner.pid

    def reply(self, msg_id, channel="shell"):
        receive = getattr(self.client, f"get_{channel}_msg")
        while True:
            message = receive(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") == msg_id:
                return message

    def published(self, msg_id):
        """All that iopub says about a request, its busy and idle left out."""
        messages = []
        while True:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            if message["msg_type"] != "status":
                messages.append(message)
            elif message["content"]["execution_state"] == "idle":
                return messages

    def run(self, code, **options):
        """Runs a cell; its reply's content and what it published."""
        msg_id = self.client.execute(code, **options)
        return self.reply(msg_id)["content"], self.published(msg_id)

    def stop(self):
        self.client.stop_channels()
        if self.manager.has_kernel:
            self.manager.shutdown_kernel(now=True)


@pytest.fixture
def kernel():
    running = Running()
    yield running
    running.stop()


def is_alive(pid):
    """Whether a process runs; one that has ended and waits to be looked at does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = pathlib.Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def ends_within(pid, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not is_alive(pid):
            return True
        time.sleep(0.05)
    return False
