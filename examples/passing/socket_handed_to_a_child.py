"""
How do I hand an open connection to another program?
====================================================

Pass its number with ``pass_fds``, and make a socket of the number over
there. Then close your own copy, or the peer never sees the end.

Ruled by `socket.socket(fileno=…)
<https://docs.python.org/3/library/socket.html#socket.socket>`__ and
`unix(7) <https://man7.org/linux/man-pages/man7/unix.7.html>`__.
"""

# requires: subprocess pass_fds

# %%
# A server that answers by a program
# ----------------------------------
# The client is in this process too, to keep the example short.

import socket
import subprocess
import sys

listener = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(listener.getsockname())
connection, _ = listener.accept()
print("inheritable:", connection.get_inheritable())

# %%
# The program takes over
# ----------------------
# It finds out kind and family of the socket from the number alone.

PROGRAM = """
import socket, sys
with socket.socket(fileno=int(sys.argv[1])) as connection:
    print("asked:", connection.recv(100).decode())
    connection.sendall(b"three o'clock")
"""
client.sendall(b"what time is it?")
number = connection.fileno()

#> child | asked: what time is it?
subprocess.run(
    [sys.executable, "-c", PROGRAM, str(number)], pass_fds=[number]
)

# %%
# The server lets go
# ------------------
# The client has its answer. The end of the connection comes only when
# the server has closed its copy as well.

connection.close()
#> parent | answered: b"three o'clock"
print("answered:", client.recv(100))
#> parent | and then: b''
print("and then:", client.recv(100))
client.close()
listener.close()
