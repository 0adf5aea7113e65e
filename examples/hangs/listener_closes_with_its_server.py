"""
How do I keep my port free for the next start?
==============================================

Leave the listening socket's flag off, or turn it off again when another
library has turned it on. Then no program keeps the port.

Ruled by `socket.set_inheritable <https://docs.python.org/3/library/socket.html#socket.socket.set_inheritable>`__
and `PEP 446 <https://peps.python.org/pep-0446/>`__.
The problem: :doc:`listener_stays_in_use`.
"""

# requires: subprocess

# %%
# A server, and a program that runs on
# ------------------------------------
# The flag is turned off once, when the server is set up. The program is
# started as before. It waits until its input ends, and then takes the
# port itself, to show that it is free while the program runs.

import errno
import socket
import subprocess
import sys

PROGRAM = """
import socket, sys
sys.stdin.read()
with socket.create_server((sys.argv[1], int(sys.argv[2]))):
    print("I still run, and the port is free")
"""

server = socket.create_server(("127.0.0.1", 0))
address = server.getsockname()
server.set_inheritable(False)
program = subprocess.Popen(
    [sys.executable, "-c", PROGRAM, *map(str, address)],
    stdin=subprocess.PIPE,
    close_fds=False,
)
print("inheritable:", server.get_inheritable())

# %%
# While the server runs
# ---------------------
# Nobody else can have its port.

try:
    socket.create_server(address)
except OSError as error:
    if error.errno == errno.EADDRINUSE:
        print("the port is in use")

# %%
# The server stops
# ----------------
# Its own socket was the only copy.

server.close()
#> child | I still run, and the port is free
program.communicate()
