"""
Why is my lock still taken after I closed the file?
===================================================

Because ``flock`` locks the open file, and a child has the same open
file. The lock ends when the last copy of the descriptor is closed.

Ruled by `flock(2) <https://man7.org/linux/man-pages/man2/flock.2.html>`__
and `fcntl.flock
<https://docs.python.org/3/library/fcntl.html#fcntl.flock>`__.
The repair: :doc:`lock_ends_with_its_owner`.
"""

# requires: fcntl.flock
# requires: subprocess pass_fds

# %%
# A lock, and a program
# ---------------------
# The lock file is inheritable, and a program is started while the lock
# is held. It waits for its input to end.

import fcntl
import os
import subprocess
import sys
import tempfile

PROGRAM = """
import sys
sys.stdin.read()
print("the program ends, and knows of no lock")
"""

name = tempfile.NamedTemporaryFile()
owner = open(name.name, "rb")
fcntl.flock(owner, fcntl.LOCK_EX)
os.set_inheritable(owner.fileno(), True)

program = subprocess.Popen(
    [sys.executable, "-c", PROGRAM],
    stdin=subprocess.PIPE,
    close_fds=False,
)
print("locked, and the program runs")


def try_lock():
    with open(name.name, "rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return "the lock is free"
        except BlockingIOError:
            return "the lock is taken"


# %%
# The owner is done
# -----------------
# It closes the file, which would end the lock if nobody else had it.

owner.close()
#> parent | the lock is taken
print(try_lock())

# %%
# The program ends
# ----------------
# Only now is the lock free.

program.communicate()
#> parent | the lock is free
print(try_lock())
name.close()
