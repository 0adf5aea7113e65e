"""Is a new descriptor inheritable? One word for each way to get one."""

import os
import socket
import tempfile

from probing import flag, tell, word


def opened():
    """A descriptor to work with, as Python opens it."""
    return os.open(os.devnull, os.O_RDONLY)


def open_():
    with open(os.devnull) as file:
        return word(os.get_inheritable(file.fileno()))


def dup():
    old = opened()
    try:
        return flag(os.dup(old))
    finally:
        os.close(old)


def dup2(**how):
    old, new = opened(), opened()
    try:
        os.dup2(old, new, **how)
        return flag(new)
    finally:
        os.close(old)


def dup2_itself():
    same = opened()
    os.dup2(same, same)
    return flag(same)


def duplicated_by(command):
    """By fcntl(2), with one of its commands."""
    import fcntl

    old = opened()
    try:
        return flag(fcntl.fcntl(old, getattr(fcntl, command), 20))
    finally:
        os.close(old)


def pair(ends):
    """Both ends of something are born alike; the word of the first."""
    os.close(ends[1])
    return flag(ends[0])


def mkstemp():
    descriptor, path = tempfile.mkstemp()
    try:
        return flag(descriptor)
    finally:
        os.unlink(path)


def socketpair():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        return word(ours.get_inheritable())


def new_socket():
    with socket.socket() as new:
        return word(new.get_inheritable())


def accept(listener_flag):
    """A connection accepted from a listener with this flag."""
    with socket.socket() as listener, socket.socket() as caller:
        listener.bind(("127.0.0.1", 0))
        listener.set_inheritable(listener_flag)
        listener.listen()
        caller.connect(listener.getsockname())
        connection, _ = listener.accept()
        with connection:
            return word(connection.get_inheritable())


def recv_fds():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        socket.send_fds(ours, [b"x"], [0])
        return flag(socket.recv_fds(theirs, 1, 1)[1][0])


def epoll():
    import select

    with select.epoll() as new:
        return word(os.get_inheritable(new.fileno()))


tell(
    {
        "open": open_,
        "os.open": lambda: flag(opened()),
        "mkstemp": mkstemp,
        "os.pipe": lambda: pair(os.pipe()),
        "os.pipe2-0": lambda: pair(os.pipe2(0)),
        "os.pipe2-cloexec": lambda: pair(os.pipe2(os.O_CLOEXEC)),
        "os.dup": dup,
        "os.dup2": dup2,
        "os.dup2-false": lambda: dup2(inheritable=False),
        "os.dup2-itself": dup2_itself,
        "f_dupfd": lambda: duplicated_by("F_DUPFD"),
        "f_dupfd_cloexec": lambda: duplicated_by("F_DUPFD_CLOEXEC"),
        "socket": new_socket,
        "socketpair": socketpair,
        "accept": lambda: accept(False),
        "accept-listener-on": lambda: accept(True),
        "recv_fds": recv_fds,
        "openpty": lambda: pair(os.openpty()),
        "epoll": epoll,
        "memfd": lambda: flag(os.memfd_create("probe")),
        "memfd-flags": lambda: flag(os.memfd_create("probe", os.MFD_ALLOW_SEALING)),
        "eventfd": lambda: flag(os.eventfd(0)),
        "eventfd-flags": lambda: flag(os.eventfd(0, os.EFD_NONBLOCK)),
        "timerfd": lambda: flag(os.timerfd_create(1)),
        "timerfd-flags": lambda: flag(os.timerfd_create(1, flags=os.TFD_NONBLOCK)),
        "pidfd": lambda: flag(os.pidfd_open(os.getpid())),
        "start-0": lambda: word(os.get_inheritable(0)),
        "start-1": lambda: word(os.get_inheritable(1)),
        "start-2": lambda: word(os.get_inheritable(2)),
    }
)
