"""
May I turn the flag on just before I start a program?
=====================================================

Not in a program with threads. A program that another thread starts in
between, with ``close_fds=False`` or by ``os.system``, gets it as well.

Ruled by `PEP 446, atomic creation <https://peps.python.org/pep-0446/
#atomic-creation-of-non-inheritable-file-descriptors>`__.
The repair: :doc:`pass_fds_opens_no_window`.
"""

# requires: subprocess

# %%
# Another thread, busy with something else
# ----------------------------------------
# It knows nothing of the secret. From time to time it runs a program,
# and that one looks at what it was given: on Windows at a handle, as
# numbers mean nothing in a child there.

import os
import subprocess
import sys
import tempfile
import threading

PROGRAM = """
import os, sys
number = int(sys.argv[1])
try:
    if os.name == "nt":
        import msvcrt
        number = msvcrt.open_osfhandle(number, os.O_RDONLY)
    os.lseek(number, 0, os.SEEK_SET)
    print(sys.argv[2], "reads", os.read(number, 11))
except OSError as error:
    print(sys.argv[2], "cannot read:", error.strerror)
"""

secret = tempfile.TemporaryFile(buffering=0)
secret.write(b"launch code")
number = secret.fileno()
if os.name == "nt":
    import msvcrt

    number = msvcrt.get_osfhandle(number)


def run(name):
    command = [sys.executable, "-c", PROGRAM, str(number), name]
    subprocess.run(command, close_fds=False)


# %%
# The window
# ----------
# The flag is on for one program. Here the other thread starts its own
# in exactly that moment. In a server that happens sooner or later.

os.set_inheritable(secret.fileno(), True)

other = threading.Thread(target=run, args=["a stranger"])
other.start()
other.join()
run("the right one")

os.set_inheritable(secret.fileno(), False)
#> child | a stranger reads b'launch code'

# %%
# The window is closed again
# --------------------------
# It was open for a moment only. What the stranger has, it keeps.

#> child-3 | a latecomer cannot read: Bad file descriptor
run("a latecomer")
secret.close()
