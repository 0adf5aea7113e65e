"""The two sockets an example has as descriptors 1 and 2, seen from our side.

Each ``write()`` of any process is one datagram. The kernel puts the pid of the
process that made it and its own time on it (unix(7) SO_PASSCRED, socket(7)
SO_TIMESTAMP), so that order, writer and stream are its word and nobody else's.
"""

from __future__ import annotations

import socket
import struct

SO_TIMESTAMPNS = 35  # asm-generic/socket.h; Python has no name for it
SCM_TIMESTAMPNS = SO_TIMESTAMPNS
CREDENTIALS = struct.Struct("3i")  # struct ucred: pid, uid, gid
TIME = struct.Struct("@ll")  # struct timespec: seconds, nanoseconds
# Room for these two and nothing else: a descriptor sent along is not accepted.
CONTROL = socket.CMSG_SPACE(CREDENTIALS.size) + socket.CMSG_SPACE(TIME.size)
SO_SNDBUFFORCE, SO_RCVBUFFORCE = 32, 33
LARGE = 8 * 1024 * 1024


def enlarge(end: socket.socket) -> None:
    """Give a socket buffers as large as the kernel allows this user."""
    for forced, asked in (
        (SO_SNDBUFFORCE, socket.SO_SNDBUF),
        (SO_RCVBUFFORCE, socket.SO_RCVBUF),
    ):
        try:
            end.setsockopt(socket.SOL_SOCKET, forced, LARGE)
        except PermissionError:  # not root: the kernel cuts it to its own maximum
            end.setsockopt(socket.SOL_SOCKET, asked, LARGE)


class Channel:
    """One stream: ``ours`` to read from, ``theirs`` to become descriptor 1 or 2."""

    def __init__(self, stream: int, room: int) -> None:
        """``stream`` is the descriptor's number, ``room`` the largest datagram kept."""
        self.stream = stream
        self.ours, self.theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.ours.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        self.ours.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        enlarge(self.ours)
        enlarge(self.theirs)
        self.ours.setblocking(False)
        self.buffer = bytearray(room)

    def fileno(self) -> int:
        """Of our end, for poll()."""
        return self.ours.fileno()

    def receive(self) -> tuple[int, int, int, bytes] | None:
        """The next ``(nanoseconds, pid, stream, bytes)``, or None when all is read."""
        try:
            size, control, _, _ = self.ours.recvmsg_into([self.buffer], CONTROL)
        except (BlockingIOError, ConnectionResetError):
            return None
        time = pid = 0
        for level, kind, value in control:
            if level == socket.SOL_SOCKET and kind == socket.SCM_CREDENTIALS:
                pid = CREDENTIALS.unpack(value)[0]
            elif level == socket.SOL_SOCKET and kind == SCM_TIMESTAMPNS:
                seconds, nanoseconds = TIME.unpack(value)
                time = seconds * 1_000_000_000 + nanoseconds
        return time, pid, self.stream, bytes(self.buffer[:size])
