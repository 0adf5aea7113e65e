"""Do what examples require, and say in JSON what could not be done.

A program for any interpreter (standard library, Python 3.6 and later): it does each
thing, because a name that exists proves little. WebAssembly has an ``os.fork`` that
only answers ENOSYS. The keys are the words that ``# requires:`` takes.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile


def fork():
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


def posix_spawn():
    program = [sys.executable, "-c", ""]
    os.waitpid(os.posix_spawn(program[0], program, os.environ), 0)


def program():
    subprocess.run([sys.executable, "-c", ""], check=True)


def pass_fds():
    reading, writing = os.pipe()
    asks = "import os, sys; os.fstat(int(sys.argv[1]))"
    words = [sys.executable, "-c", asks, str(writing)]
    quiet = subprocess.DEVNULL
    subprocess.run(words, pass_fds=[writing], check=True, stderr=quiet)
    os.close(reading)
    os.close(writing)


def fcntl():
    import fcntl

    fcntl.fcntl(0, fcntl.F_GETFD)


def flock():
    import fcntl

    with tempfile.TemporaryFile() as file:
        fcntl.flock(file, fcntl.LOCK_EX)


def msvcrt():
    import msvcrt

    msvcrt.get_osfhandle(0)


def named(folder):
    """Is a descriptor of ours in there, by its number? Wine shows its own."""
    with tempfile.TemporaryFile() as file:
        there = os.stat("%s/%d" % (folder, file.fileno()))
        if not os.path.samestat(there, os.fstat(file.fileno())):
            raise OSError("it names another file")


def proc():
    named("/proc/self/fd")


def dev_fd():
    named("/dev/fd")


def send_fds():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        socket.send_fds(ours, [b"x"], [0])
        os.close(socket.recv_fds(theirs, 1, 1)[1][0])


def memfd_create():
    os.close(os.memfd_create("probe"))


def o_path():
    os.close(os.open(".", os.O_PATH))


def pipe2():
    for end in os.pipe2(0):
        os.close(end)


def openpty():
    for end in os.openpty():
        os.close(end)


def share():
    with socket.socket() as ours:
        socket.fromshare(ours.share(os.getpid())).close()


PROBES = {
    "os.fork": fork,
    "os.posix_spawn": posix_spawn,
    "subprocess": program,
    "subprocess pass_fds": pass_fds,
    "fcntl": fcntl,
    "fcntl.flock": flock,
    "msvcrt": msvcrt,
    "/proc": proc,
    "/dev/fd": dev_fd,
    "socket.send_fds": send_fds,
    "socket.share": share,
    "os.memfd_create": memfd_create,
    "os.O_PATH": o_path,
    "os.pipe2": pipe2,
    "os.openpty": openpty,
}


def probe():
    """``{name: why not}``, "" where it could be done."""
    answers = {}
    for name, attempt in PROBES.items():
        try:
            attempt()
            answers[name] = ""
        except Exception as error:
            answers[name] = "%s: %s" % (type(error).__name__, error)
    return answers


if __name__ == "__main__":
    print(json.dumps(probe()), flush=True)
