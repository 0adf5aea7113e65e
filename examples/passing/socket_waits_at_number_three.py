"""
How do I take the socket that systemd has opened for me?
========================================================

It waits at number 3, with its flag on. Check that it is meant for this
process, turn the flag off, and make a socket of the number.

Ruled by `sd_listen_fds(3)
<https://man7.org/linux/man-pages/man3/sd_listen_fds.3.html>`__ and
`socket.socket(fileno=…)
<https://docs.python.org/3/library/socket.html#socket.socket>`__.
"""

# requires: os.fork

# %%
# The service
# -----------
# The environment says for which process the socket is. A child of the
# service has the same environment, and must not take it.

import os
import socket
import subprocess
import sys

SERVICE = """
import os, socket, sys
if os.environ.get("LISTEN_PID") != str(os.getpid()):
    sys.exit("no socket for this process")
print("inheritable:", os.get_inheritable(3))
os.set_inheritable(3, False)
with socket.socket(fileno=3) as listener:
    connection, _ = listener.accept()
    with connection:
        connection.sendall(b"at your service")
"""
service = [sys.executable, "-c", SERVICE]

# %%
# What systemd does
# -----------------
# It puts the socket at 3 and turns into the service. ``dup2`` turns the
# flag on, but does nothing where the socket is at 3 already.

listener = socket.create_server(("127.0.0.1", 0))
address = listener.getsockname()

child = os.fork()
if child == 0:
    os.dup2(listener.fileno(), 3)
    os.set_inheritable(3, True)
    pid = str(os.getpid())
    given = {**os.environ, "LISTEN_FDS": "1", "LISTEN_PID": pid}
    #> child | inheritable: True
    os.execve(sys.executable, service, given)
listener.close()

with socket.create_connection(address) as client:
    #> parent | answered: b'at your service'
    print("answered:", client.recv(100))
os.waitpid(child, 0)

# %%
# Started by somebody else
# ------------------------
# Number 3 would be any file, or none. The check comes first.

others = {**os.environ, "LISTEN_FDS": "1", "LISTEN_PID": "1"}
#> child-2 ! no socket for this process
subprocess.run(service, env=others)
