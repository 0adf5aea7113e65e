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
# The check
# ---------
# Is the number open, and is a socket behind it? What the program was
# given it does not pass on, so it turns the flag off.

import os
import socket
import stat
import subprocess
import sys
import tempfile


def given_socket(number):
    try:
        is_socket = stat.S_ISSOCK(os.fstat(number).st_mode)
    except OSError:
        sys.exit("serve: --socket-fd is not open: pass_fds?")
    if not is_socket:
        sys.exit("serve: --socket-fd is not a socket")
    os.set_inheritable(number, False)
    return socket.socket(fileno=number)


# %%
# The program
# -----------
# This script is the program as well, when started with the option.

if "--socket-fd" in sys.argv:
    with given_socket(int(sys.argv[-1])):
        print("serving")
    sys.exit()


def serve(number, **options):
    command = [sys.executable, __file__, "--socket-fd", str(number)]
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
