"""
Does a forked child need the flag to write to a file?
=====================================================

No. ``os.fork`` copies every descriptor, whether the flag is on or off.
The flag is asked only when a program is started with ``exec``.

Ruled by `fork(2) <https://man7.org/linux/man-pages/man2/fork.2.html>`__,
`execve(2) <https://man7.org/linux/man-pages/man2/execve.2.html>`__ and
`Inheritance of File Descriptors
<https://docs.python.org/3/library/os.html#fd-inheritance>`__.
"""

# requires: os.fork

# %%
# With the flag on
# ----------------
# The child writes to the file that its parent opened, and the parent
# finds the words there. So far it looks as if the flag were the reason.

import os
import sys
import tempfile

notes = tempfile.TemporaryFile(buffering=0)
os.set_inheritable(notes.fileno(), True)

child = os.fork()
if child == 0:
    print("flag on: I wrote", notes.write(b"on "), "bytes")
    os._exit(0)
os.waitpid(child, 0)

# %%
# With the flag off
# -----------------
# Only the flag is another. The child writes all the same.

os.set_inheritable(notes.fileno(), False)

child = os.fork()
if child == 0:
    #> child-2 | flag off: I wrote 3 bytes
    print("flag off: I wrote", notes.write(b"off"), "bytes")
    os._exit(0)
os.waitpid(child, 0)

notes.seek(0)
#> parent | the file holds b'on off'
print("the file holds", notes.read())

# %%
# Where the flag decides
# ----------------------
# This child starts a program. At that moment the kernel closes each
# descriptor whose flag is off, and the program finds nothing there.

PROGRAM = """
import os, sys
try:
    print("the program wrote", os.write(int(sys.argv[1]), b"exec"))
except OSError as error:
    print("the program cannot write:", error.strerror)
"""

child = os.fork()
if child == 0:
    number = str(notes.fileno())
    #> child-3 | the program cannot write: Bad file descriptor
    os.execv(sys.executable, [sys.executable, "-c", PROGRAM, number])
os.waitpid(child, 0)
notes.close()
