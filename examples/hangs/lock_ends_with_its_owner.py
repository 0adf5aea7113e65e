"""
How do I make a lock end when I close it?
=========================================

Leave the flag of the lock file off, and unlock before you close. What
unlocks it, unlocks it for all: a forked child must not.

Ruled by `flock(2) <https://man7.org/linux/man-pages/man2/flock.2.html>`__.
The problem: :doc:`lock_stays_locked`.
"""

# requires: fcntl.flock
# requires: os.fork

# %%
# A lock, and how to try it
# -------------------------
# Each try opens the file anew, as another process would.

import fcntl
import os
import subprocess
import sys
import tempfile

name = tempfile.NamedTemporaryFile()


def try_lock():
    with open(name.name, "rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return "the lock is free"
        except BlockingIOError:
            return "the lock is taken"


# %%
# With the flag off
# -----------------
# Python opened the lock file with the flag off. A program is started
# while the lock is held, and tries for it when the owner has closed the
# file, which is when its own input ends.

PROGRAM = """
import fcntl, sys
sys.stdin.read()
with open(sys.argv[1], "rb") as file:
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    print("I still run, and the lock is free")
"""

with open(name.name, "rb") as owner:
    fcntl.flock(owner, fcntl.LOCK_EX)
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, name.name],
        stdin=subprocess.PIPE,
        close_fds=False,
    )
    print("while it is held:", try_lock())
#> child | I still run, and the lock is free
program.communicate()

# %%
# With a forked child
# -------------------
# A fork has the file, whatever the flag says. The child only closes it.
# The lock stays with the parent, which unlocks it in so many words.

with open(name.name, "rb") as owner:
    fcntl.flock(owner, fcntl.LOCK_EX)
    if (child := os.fork()) == 0:
        owner.close()
        #> child-2 | closed it: the lock is taken
        print("closed it:", try_lock())
        os._exit(0)
    os.waitpid(child, 0)
    fcntl.flock(owner, fcntl.LOCK_UN)
#> parent | the lock is free
print(try_lock())
name.close()
