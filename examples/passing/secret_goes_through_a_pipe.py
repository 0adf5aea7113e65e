"""
How do I give a program a secret that nobody else sees?
=======================================================

Through a pipe whose reading end you pass. Arguments and environment can
be read by others of the same user, and files must be cleaned up.

Ruled by `pass_fds in subprocess.Popen
<https://docs.python.org/3/library/subprocess.html#subprocess.Popen>`__
and `pipe(7) <https://man7.org/linux/man-pages/man7/pipe.7.html>`__.
"""

# requires: subprocess pass_fds
# requires: /dev/fd

# %%
# A pipe that holds the secret
# ----------------------------
# It is short enough to fit into the pipe at once. The writing end is
# closed right away, so the program will see where the secret ends.

import os
import subprocess
import sys

reading, writing = os.pipe()
os.write(writing, b"launch code")
os.close(writing)

# %%
# A program that takes a number
# -----------------------------
# Many programs can be told a descriptor, with options such as
# ``--passphrase-fd``. The secret itself is in no argument.

PROGRAM = """
import os, sys
with open(int(sys.argv[1]), "rb") as pipe:
    print("got", pipe.read(), "and then the end")
print("in my arguments:", "launch code" in sys.argv)
"""
#> child | got b'launch code' and then the end
subprocess.run(
    [sys.executable, "-c", PROGRAM, str(reading)], pass_fds=[reading]
)
os.close(reading)

# %%
# A program that takes a file name
# --------------------------------
# ``/dev/fd/`` gives each descriptor a name, so any program that reads a
# file can read the pipe.

reading, writing = os.pipe()
os.write(writing, b"launch code\n")
os.close(writing)

#> child-2 | launch code
subprocess.run(["cat", f"/dev/fd/{reading}"], pass_fds=[reading])
os.close(reading)
