"""
Is a file safe from my child when its flag is off?
==================================================

No. The flag decides what the child begins with. A child of the same
user can still open the parent's files through ``/proc``.

Ruled by `proc_pid_fd(5)
<https://man7.org/linux/man-pages/man5/proc_pid_fd.5.html>`__ and
`ptrace(2), "Ptrace access mode checking"
<https://man7.org/linux/man-pages/man2/ptrace.2.html>`__.
"""

# requires: subprocess
# requires: /proc

# %%
# A secret that has no name
# -------------------------
# The file was removed from its folder when it was opened, and its flag
# is off. By itself the child begins with nothing.

import os
import subprocess
import sys
import tempfile

secret = tempfile.TemporaryFile(buffering=0)
secret.write(b"launch code")
number = str(secret.fileno())
print("inheritable:", os.get_inheritable(secret.fileno()))

PROGRAM = """
import os, sys
try:
    print("reads", os.pread(int(sys.argv[1]), 11, 0))
except OSError as error:
    print("cannot read:", error.strerror)
"""
#> child | cannot read: Bad file descriptor
subprocess.run([sys.executable, "-c", PROGRAM, number])

# %%
# The way around
# --------------
# The child asks the kernel for the open files of its parent. What is
# checked is the user, not the flag. Run a program that you do not trust
# as another user.

PROGRAM = """
import os, sys
with open(f"/proc/{os.getppid()}/fd/{sys.argv[1]}", "rb") as file:
    print("opens it again and reads", file.read())
"""
#> child-2 | opens it again and reads b'launch code'
subprocess.run([sys.executable, "-c", PROGRAM, number])
secret.close()
