"""
Does the flag keep a secret from a forked child?
================================================

No. The forked child reads the secret, and the parent then finds nothing
left to read. Only a program started with ``exec`` is kept out.

Ruled by `fork(2) <https://man7.org/linux/man-pages/man2/fork.2.html>`__,
`execve(2) <https://man7.org/linux/man-pages/man2/execve.2.html>`__ and
`PEP 446 <https://peps.python.org/pep-0446/>`__.
"""

# requires: os.fork

# %%
# A secret, with the flag off
# ---------------------------
# Python opens every file with the flag off. Turning it off once more
# changes nothing; it is here because many programs do it.

import os
import sys
import tempfile

secret = tempfile.TemporaryFile(buffering=0)
secret.write(b"launch code")
secret.seek(0)
os.set_inheritable(secret.fileno(), False)
print("the secret is inheritable:", os.get_inheritable(secret.fileno()))

# %%
# The forked child reads it
# -------------------------
# A fork asks no flag. Parent and child also share one position in the
# file: what the child has read is behind the parent as well.

child = os.fork()
if child == 0:
    #> child | read b'launch code'
    print("read", secret.read())
    os._exit(0)
os.waitpid(child, 0)
#> parent | finds b'' left to read
print("finds", secret.read(), "left to read")

# %%
# The program does not
# --------------------
# Here the child turns into another program, and the kernel closes the
# descriptor on the way. This is what the flag is for.

PROGRAM = """
import os, sys
try:
    print("read", os.read(int(sys.argv[1]), 11))
except OSError as error:
    print("cannot read:", error.strerror)
"""

secret.seek(0)
child = os.fork()
if child == 0:
    number = str(secret.fileno())
    #> child-2 | cannot read: Bad file descriptor
    os.execv(sys.executable, [sys.executable, "-c", PROGRAM, number])
os.waitpid(child, 0)
print("still has", secret.read())
secret.close()
