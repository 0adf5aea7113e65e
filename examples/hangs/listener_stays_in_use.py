"""
Why is my port in use although the server has stopped?
======================================================

Because a program that the server once started has the listening socket
too. The port is free when the last copy of it is closed.

Ruled by `bind(2), EADDRINUSE
<https://man7.org/linux/man-pages/man2/bind.2.html>`__ and
`socket.set_inheritable <https://docs.python.org/3/library/socket.html#socket.socket.set_inheritable>`__.
The repair: :doc:`listener_closes_with_its_server`.
"""

# requires: subprocess

# %%
# A server with an inheritable socket
# -----------------------------------
# Some servers turn the flag on, to hand the socket to their workers or
# to a new version of themselves. Then a request starts a program.

import errno
import socket
import subprocess
import sys

PROGRAM = """
import sys
sys.stdin.read()
print("the program ends, and has never used the socket")
"""

server = socket.create_server(("127.0.0.1", 0))
address = server.getsockname()
server.set_inheritable(True)
program = subprocess.Popen(
    [sys.executable, "-c", PROGRAM],
    stdin=subprocess.PIPE,
    close_fds=False,
)
print("the program runs")


def restart():
    try:
        socket.create_server(address).close()
        return "the server is up again"
    except OSError as error:
        name = errno.errorcode[error.errno]
        # On Windows it has WSA before it.
        return "refused: " + name.replace("WSA", "")


# %%
# The server stops, and starts again
# ----------------------------------
# Its own socket is closed, but that was one copy of two.

server.close()
#> parent | refused: EADDRINUSE
print(restart())

# %%
# The program ends
# ----------------
# With it goes the last copy, and the port is free.

program.communicate()
#> parent | the server is up again
print(restart())
