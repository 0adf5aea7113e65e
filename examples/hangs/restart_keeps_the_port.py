"""
Why is my port in use after the program restarted itself?
=========================================================

Because ``os.execv`` keeps every descriptor whose flag is on. The new
program has the old listening socket open and does not know it.

Ruled by `execve(2) <https://man7.org/linux/man-pages/man2/execve.2.html>`__
and `os.execv <https://docs.python.org/3/library/os.html#os.execv>`__.
"""

# requires: os.fork

# %%
# A server that restarts
# ----------------------
# It runs in a child. It listens, and then turns into its new version,
# which is told the address, and the number of the old socket.

import os
import socket
import sys


def server_turns_into(program, inheritable):
    if (child := os.fork()) == 0:
        listener = socket.create_server(("127.0.0.1", 0))
        listener.set_inheritable(inheritable)
        host, port = listener.getsockname()
        words = [program, host, str(port), str(listener.fileno())]
        os.execv(sys.executable, [sys.executable, "-c", *words])
    os.waitpid(child, 0)


# %%
# The new version wants the port
# ------------------------------
# It is the same process, and it stands in its own way.

LISTENS_ANEW = """
import errno, socket, sys
try:
    socket.create_server((sys.argv[1], int(sys.argv[2]))).close()
    print("listens")
except OSError as error:
    print("refused:", errno.errorcode[error.errno])
"""
#> child | refused: EADDRINUSE
server_turns_into(LISTENS_ANEW, inheritable=True)

# %%
# With the flag off
# -----------------
# The old socket is closed by ``exec``, so the port is free.

#> child-2 | listens
server_turns_into(LISTENS_ANEW, inheritable=False)

# %%
# On purpose
# ----------
# A restart that refuses nobody keeps the socket, and says so: the new
# version makes a socket of the number that it was given.

GOES_ON = """
import socket, sys
with socket.socket(fileno=int(sys.argv[3])) as listener:
    same = listener.getsockname()[1] == int(sys.argv[2])
    print("goes on with the socket it was given:", same)
"""
#> child-3 | goes on with the socket it was given: True
server_turns_into(GOES_ON, inheritable=True)
