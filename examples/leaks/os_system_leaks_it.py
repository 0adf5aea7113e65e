"""
Does a command run by os.system see my open files?
==================================================

Those whose flag is on, yes. Whoever turned the flag on for one program
has turned it on for each command that is run in this way meanwhile.

Ruled by `os.system
<https://docs.python.org/3/library/os.html#os.system>`__,
`execve(2) <https://man7.org/linux/man-pages/man2/execve.2.html>`__ and
`CWE-403 <https://cwe.mitre.org/data/definitions/403.html>`__.
The repair: :doc:`subprocess_closes_the_rest`.
"""

# requires: os.fork

# %%
# A secret, and a program that tries to read
# ------------------------------------------
# The program is told the number of the descriptor. A hostile one would
# try all numbers.

import os
import shlex
import sys
import tempfile

PROGRAM = """
import os, sys
try:
    print("reads", os.pread(int(sys.argv[1]), 11, 0))
except OSError as error:
    print("cannot read:", error.strerror)
"""

secret = tempfile.TemporaryFile(buffering=0)
secret.write(b"launch code")
number = secret.fileno()
command = shlex.join([sys.executable, "-c", PROGRAM, str(number)])

# %%
# As Python opens it
# ------------------
# The shell is started by ``exec``, so the flag decides. It is off.

#> child | cannot read: Bad file descriptor
os.system(command)

# %%
# After turning the flag on
# -------------------------
# The shell gets the file, and the program that it starts gets it too.

os.set_inheritable(number, True)
#> child-2 | reads b'launch code'
os.system(command)
secret.close()
