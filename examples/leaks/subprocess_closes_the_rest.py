"""
How do I run a command that sees none of my files?
==================================================

With ``subprocess`` as it is. It closes everything but the three
standard streams in the child, even what was made inheritable.

Ruled by `close_fds in subprocess.Popen
<https://docs.python.org/3/library/subprocess.html#subprocess.Popen>`__.
The problem: :doc:`os_system_leaks_it`.
"""

# requires: subprocess

# %%
# A secret with its flag on
# -------------------------
# Some library has made the file inheritable, and nobody noticed. The
# program is told where it is: on Windows a handle, as numbers mean
# nothing in a child there.

import os
import subprocess
import sys
import tempfile

PROGRAM = """
import os, sys
number = int(sys.argv[1])
try:
    if os.name == "nt":
        import msvcrt
        number = msvcrt.open_osfhandle(number, os.O_RDONLY)
    os.lseek(number, 0, os.SEEK_SET)
    print("reads", os.read(number, 11))
except OSError as error:
    print("cannot read:", error.strerror)
"""

secret = tempfile.TemporaryFile(buffering=0)
secret.write(b"launch code")
number = secret.fileno()
os.set_inheritable(number, True)
if os.name == "nt":
    import msvcrt

    number = msvcrt.get_osfhandle(number)
command = [sys.executable, "-c", PROGRAM, str(number)]

# %%
# The default
# -----------
# ``close_fds=True`` is the default since Python 3.2, on Windows since
# Python 3.7. What each version does: :doc:`/reference/starting`.

#> child | cannot read: Bad file descriptor
subprocess.run(command)

# %%
# The default, switched off
# -------------------------
# With ``close_fds=False`` the leak is back: the flag decides again.

#> child-2 | reads b'launch code'
subprocess.run(command, close_fds=False)
secret.close()
