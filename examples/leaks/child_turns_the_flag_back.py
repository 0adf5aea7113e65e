"""
Can a forked child undo the flag?
=================================

Yes. The copy of the descriptor is the child's own, and so is its flag.
It turns it on, starts a program, and the program has the secret.

Ruled by `fork(2) <https://man7.org/linux/man-pages/man2/fork.2.html>`__
and `F_SETFD in fcntl(2)
<https://man7.org/linux/man-pages/man2/fcntl.2.html>`__.
The repair: :doc:`close_it_in_the_child`.
"""

# requires: os.fork

# %%
# A secret with its flag off
# --------------------------
# The program reads what it was given, and says so.

import os
import sys
import tempfile

PROGRAM = """
import os, sys
try:
    print("the program reads", os.pread(int(sys.argv[1]), 11, 0))
except OSError as error:
    print("the program cannot read:", error.strerror)
"""

secret = tempfile.TemporaryFile(buffering=0)
secret.write(b"launch code")
number = secret.fileno()
command = [sys.executable, "-c", PROGRAM, str(number)]

# %%
# A child that leaves the flag alone
# ----------------------------------
# The flag is off when the program starts, so the file is closed.

child = os.fork()
if child == 0:
    #> child | the program cannot read: Bad file descriptor
    os.execv(sys.executable, command)
os.waitpid(child, 0)

# %%
# A child that does not
# ---------------------
# One call, and it needs no permission. In the parent nothing changes.

child = os.fork()
if child == 0:
    os.set_inheritable(number, True)
    #> child-2 | the program reads b'launch code'
    os.execv(sys.executable, command)
os.waitpid(child, 0)
#> parent | still inheritable in the parent: False
print("still inheritable in the parent:", os.get_inheritable(number))
secret.close()
