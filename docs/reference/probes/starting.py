"""Does a descriptor arrive in a program that is started? Flag off or on."""

import os
import shlex
import subprocess
import sys

from probing import Unsupported, arrived, child, secret, tell

WINDOWS = sys.platform == "win32"


def opened(value):
    """A descriptor of the secret with this flag."""
    descriptor = secret()
    os.set_inheritable(descriptor, value)
    return descriptor


def popen(value, **how):
    return arrived(subprocess.call(child(opened(value)), **how))


def pass_fds():
    if WINDOWS:  # an assert that some builds have not says so there
        raise Unsupported("pass_fds is for POSIX")
    descriptor = opened(False)
    return arrived(subprocess.call(child(descriptor), pass_fds=[descriptor]))


def system(value):
    words = child(opened(value))
    if WINDOWS:
        return arrived(os.system('"%s"' % subprocess.list2cmdline(words)))
    return arrived(os.system(" ".join(map(shlex.quote, words))) >> 8)


def spawnv(descriptor):
    words = child(descriptor)
    if WINDOWS:
        words[1:] = [subprocess.list2cmdline([each]) for each in words[1:]]
    return arrived(os.spawnv(os.P_WAIT, sys.executable, words))


def posix_spawn(value):
    words = child(opened(value))
    pid = os.posix_spawn(words[0], words, os.environ)
    return arrived(os.waitpid(pid, 0)[1] >> 8)


def execv(value):
    words = child(opened(value))
    pid = os.fork()
    if pid == 0:
        os.execv(words[0], words)
    return arrived(os.waitpid(pid, 0)[1] >> 8)


def c_runtime():
    """A number that the C runtime gave, without its own mark _O_NOINHERIT."""
    import ctypes
    import tempfile

    os.set_handle_inheritable  # noqa: B018  # only where there are handles
    path = os.path.join(tempfile.gettempdir(), "secret")
    with open(path, "wb") as file:
        file.write(b"launch code")
    c_open = ctypes.CDLL("ucrtbase")._wopen
    return spawnv([c_open(path, os.O_RDONLY) for _ in range(40)][-1])


def handle(start, value):
    """Does the handle arrive, whatever becomes of the number?"""
    import msvcrt

    number = msvcrt.get_osfhandle(opened(value))
    words = [*child(number), "handle"]
    return arrived(start(words, number))


def by_close_fds(words, number):
    return subprocess.call(words, close_fds=False)


def by_handle_list(words, number):
    how = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [number]})
    return subprocess.call(words, startupinfo=how)


def by_spawnv(words, number):
    words = [words[0], *(subprocess.list2cmdline([each]) for each in words[1:])]
    return os.spawnv(os.P_WAIT, sys.executable, words)


tell(
    {
        "popen-flag-on": lambda: popen(True),
        "popen-all-flag-off": lambda: popen(False, close_fds=False),
        "popen-all-flag-on": lambda: popen(True, close_fds=False),
        "pass_fds": pass_fds,
        "system-flag-off": lambda: system(False),
        "system-flag-on": lambda: system(True),
        "spawnv-flag-off": lambda: spawnv(opened(False)),
        "spawnv-flag-on": lambda: spawnv(opened(True)),
        "spawnv-c-runtime": c_runtime,
        "posix_spawn-flag-off": lambda: posix_spawn(False),
        "posix_spawn-flag-on": lambda: posix_spawn(True),
        "execv-flag-off": lambda: execv(False),
        "execv-flag-on": lambda: execv(True),
        "handle-popen-all-flag-off": lambda: handle(by_close_fds, False),
        "handle-popen-all-flag-on": lambda: handle(by_close_fds, True),
        "handle_list-flag-on": lambda: handle(by_handle_list, True),
        "handle-spawnv-flag-on": lambda: handle(by_spawnv, True),
    }
)
