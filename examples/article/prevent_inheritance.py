"""
Does ``set_inheritable(False)`` keep a secret from a child?
===========================================================

From a forked child, no: it reads the secret, and leaves nothing for the parent.
From a program started by exec, yes.

The rules: `Inheritance of File Descriptors
<https://docs.python.org/3/library/os.html#inheritance-of-file-descriptors>`_,
`execve(2) <https://man7.org/linux/man-pages/man2/execve.2.html>`_,
`PEP 446 <https://peps.python.org/pep-0446/>`_.
"""

# %%
# A descriptor that nobody should inherit.

# requires: os.fork
import os
import sys
import tempfile

fd, path = tempfile.mkstemp()
os.unlink(path)
os.write(fd, b"launch code")
os.set_inheritable(fd, False)  # It was off already, since Python 3.4.
print("the secret is inheritable:", os.get_inheritable(fd))

# %%
# After fork the child has it all the same.

os.lseek(fd, 0, os.SEEK_SET)
if os.fork() == 0:
    print("read", os.read(fd, 100))  #> child | read b'launch code'
    os._exit(0)
os.wait()

# The child moved the offset that both share.
print("left for me:", os.read(fd, 100))  #> parent | left for me: b''

# %%
# After exec it is gone: here the flag is asked.

PROGRAM = """
import os, sys
try:
    print("read", os.read(int(sys.argv[1]), 100))
except OSError as error:
    print("cannot read:", error.strerror)
"""
#> child-2 | cannot read: Bad file descriptor
os.lseek(fd, 0, os.SEEK_SET)
if os.fork() == 0:
    program = [sys.executable, "-c", PROGRAM, str(fd)]
    os.execv(program[0], program)
os.wait()

# %%
# In a bare fork, only closing keeps it. Then nothing is lost here either.

if os.fork() == 0:
    os.close(fd)
    try:
        print("read", os.read(fd, 100))
    except OSError as error:
        #> child-3 | cannot read: Bad file descriptor
        print("cannot read:", error.strerror)
    os._exit(0)
os.wait()
#> parent | left for me: b'launch code'
print("left for me:", os.read(fd, 100))
os.close(fd)
