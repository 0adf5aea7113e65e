"""How does subprocess start a program, and close what the child must not have?

The kernel's answer: strace lists the calls. Without strace nobody looks.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

from probing import NotLooked, Unsupported, tell

START = """
import os, subprocess
for _ in range(20):
    os.dup(0)
open("/dev/null").close()
subprocess.call(["/bin/true"]%s)
"""
CALLS = "trace=fork,vfork,clone,clone3,close,close_range,execve"
SPAWN = re.compile(r"\b(?:clone3?)\(.*CLONE_VFORK")


def calls(how):
    """The lines of strace for one program started in this way."""
    if sys.platform != "linux":
        raise Unsupported("strace is for Linux")
    if not shutil.which("strace"):
        raise NotLooked
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "trace")
        words = ["strace", "-f", "-qq", "-o", path, "-e", CALLS]
        subprocess.check_call([*words, sys.executable, "-c", START % how])
        with open(path) as file:
            return file.read().splitlines()


def started(how=""):
    """fork, vfork or posix_spawn, by the call that made the child."""
    for line in calls(how):
        if re.search(r"\bvfork\(", line):
            return "vfork"
        if SPAWN.search(line):
            return "posix_spawn"
        if re.search(r"\b(clone3?|fork)\(", line):
            return "fork"
    raise RuntimeError("no child was made")


def closes():
    """By one call for all, or one by one."""
    lines = calls("")
    first = lines[0].split()[0]
    theirs = [line for line in lines if line.split()[0] != first]
    if any("close_range(" in line for line in theirs):
        return "at-once"
    if sum(" close(" in line for line in theirs) > 20:
        return "one-by-one"
    raise RuntimeError("the child closed nothing")


tell(
    {
        "default": started,
        "all": lambda: started(", close_fds=False"),
        "pass_fds": lambda: started(", pass_fds=[1]"),
        "cwd": lambda: started(", cwd='/'"),
        "preexec_fn": lambda: started(", preexec_fn=int"),
        "closes": closes,
    }
)
