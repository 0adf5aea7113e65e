"""
How do I hand a file to one program while threads run?
======================================================

Name it in ``pass_fds``. The flag in the parent stays off all the time,
so there is no moment in which another thread's child could take it.

Ruled by `pass_fds in subprocess.Popen
<https://docs.python.org/3/library/subprocess.html#subprocess.Popen>`__.
The problem: :doc:`another_threads_child_takes_it`.
"""

# requires: subprocess pass_fds

# %%
# Another thread, busy with something else
# ----------------------------------------
# It uses ``close_fds=False``, so its programs get all that is
# inheritable. The program says what it could read.

import os
import subprocess
import sys
import tempfile
import threading

PROGRAM = """
import os, sys
sys.stdin.read()
try:
    print(sys.argv[2], "reads", os.pread(int(sys.argv[1]), 11, 0))
except OSError as error:
    print(sys.argv[2], "cannot read:", error.strerror)
"""

secret = tempfile.TemporaryFile(buffering=0)
secret.write(b"launch code")
number = secret.fileno()


def command(name):
    return [sys.executable, "-c", PROGRAM, str(number), name]


# %%
# No window
# ---------
# The right program is running and waits for its input to end. In the
# meantime the other thread starts its own, and that one finds nothing.

right = subprocess.Popen(
    command("the right one"), stdin=subprocess.PIPE, pass_fds=[number]
)
print("inheritable meanwhile:", os.get_inheritable(number))

other = threading.Thread(
    target=subprocess.run,
    args=[command("a stranger")],
    kwargs={"close_fds": False},
)
#> child-2 | a stranger cannot read: Bad file descriptor
other.start()
other.join()

#> child | the right one reads b'launch code'
right.communicate()
secret.close()
