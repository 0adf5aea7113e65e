"""
How does a program say which descriptor it needs?
=================================================

By an option that takes the number, and by a check at its start. Then a
caller who forgets it gets one clear line instead of a strange error.

Ruled by `os.fstat
<https://docs.python.org/3/library/os.html#os.fstat>`__,
`stat.S_ISSOCK
<https://docs.python.org/3/library/stat.html#stat.S_ISSOCK>`__ and
`inode(7) <https://man7.org/linux/man-pages/man7/inode.7.html>`__.
"""

# requires: subprocess pass_fds

# %%
# The program
# -----------
# Its help says what it needs. It looks whether the number is open, and
# whether a socket is behind it. What it was given it does not pass on.

import subprocess
import sys
import socket
import tempfile

PROGRAM = """
import argparse, os, stat
parser = argparse.ArgumentParser(prog="serve")
parser.add_argument("--socket-fd", type=int, required=True,
                    help="a connected socket, passed by number")
number = parser.parse_args().socket_fd
try:
    is_socket = stat.S_ISSOCK(os.fstat(number).st_mode)
except OSError:
    raise SystemExit("serve: --socket-fd is not open: pass_fds?")
if not is_socket:
    raise SystemExit("serve: --socket-fd is not a socket")
os.set_inheritable(number, False)
print("serving")
"""


def serve(number, **options):
    command = [sys.executable, "-c", PROGRAM, f"--socket-fd={number}"]
    return subprocess.run(command, **options).returncode


# %%
# Forgotten, mistaken, right
# --------------------------
# Three callers. Two of them learn at once what they did wrong.

ours, theirs = socket.socketpair()
file = tempfile.TemporaryFile()

#> child ! serve: --socket-fd is not open: pass_fds?
print("forgotten:", serve(theirs.fileno()))

#> child-2 ! serve: --socket-fd is not a socket
print("mistaken:", serve(file.fileno(), pass_fds=[file.fileno()]))

#> child-3 | serving
print("right:", serve(theirs.fileno(), pass_fds=[theirs.fileno()]))

for each in (ours, theirs, file):
    each.close()
