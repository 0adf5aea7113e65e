"""
How do I give a file to a program that already runs?
====================================================

Send the descriptor over a Unix socket. It arrives with the flag on,
so the receiver turns it off at once.

Ruled by `socket.send_fds
<https://docs.python.org/3/library/socket.html#socket.send_fds>`__,
`socket.recv_fds
<https://docs.python.org/3/library/socket.html#socket.recv_fds>`__ and
`SCM_RIGHTS in unix(7)
<https://man7.org/linux/man-pages/man7/unix.7.html>`__.
"""

# requires: socket.send_fds
# requires: subprocess pass_fds
# requires: /dev/fd

# %%
# A program that waits
# --------------------
# Its standard input is one end of a socket. It was started before the
# file existed.

import socket
import subprocess
import sys
import tempfile

PROGRAM = """
import os, socket
channel = socket.socket(fileno=0)
words, (number,), flags, address = socket.recv_fds(channel, 100, 1)
print("reads", os.pread(number, 100, 0))

look = f"test -e /dev/fd/{number} && is=open || is=closed"
print("inheritable:", os.get_inheritable(number), flush=True)
os.system(look + "; echo my own child finds it $is")

os.set_inheritable(number, False)
os.system(look + "; echo after turning the flag off it is $is")
"""

ours, theirs = socket.socketpair()
with theirs:
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdin=theirs
    )
print("the program runs")

# %%
# The file is sent
# ----------------
# At least one byte of data goes with it. What arrives is a new number
# for the same open file. A child of the program gets it too, until the
# program turns the flag off.

with tempfile.TemporaryFile(buffering=0) as file:
    file.write(b"dear reader")
    socket.send_fds(ours, [b"a file"], [file.fileno()])
#> child | reads b'dear reader'
#> child | inheritable: True
#> child-2 | my own child finds it open
#> child-3 | after turning the flag off it is closed
program.wait()
ours.close()
