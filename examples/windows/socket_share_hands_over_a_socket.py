"""
How do I give a running program a socket on Windows?
====================================================

``share`` packs it for one process, by that one's pid. What it returns
are bytes, which can travel through a pipe. No flag is needed.

Ruled by `socket.share
<https://docs.python.org/3/library/socket.html#socket.socket.share>`__
and `socket.fromshare
<https://docs.python.org/3/library/socket.html#socket.fromshare>`__.
The same elsewhere:
:doc:`/gallery/passing/file_sent_to_a_running_program`.
"""

# requires: socket.share

# %%
# A program that runs already
# ---------------------------
# It waits for the bytes at its standard input, makes a socket of them,
# and answers whoever calls.

import os
import socket
import subprocess
import sys

PROGRAM = """
import socket, sys
packed = bytes.fromhex(sys.stdin.readline())
with socket.fromshare(packed) as server:
    connection, _ = server.accept()
    with connection:
        connection.sendall(b"hello from the child")
"""
program = subprocess.Popen(
    [sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, text=True
)

# %%
# The server's socket
# -------------------
# It is made after the child was started, so nothing of it can have been
# inherited.

server = socket.create_server(("127.0.0.1", 0))
#> parent | inheritable: False
print("inheritable:", os.get_handle_inheritable(server.fileno()))

program.stdin.write(server.share(program.pid).hex() + "\n")
program.stdin.flush()

# %%
# Who answers?
# ------------
# We call, and never accept.

with socket.create_connection(server.getsockname()) as call:
    #> parent | the answer: b'hello from the child'
    print("the answer:", call.recv(99))

program.communicate()
server.close()
