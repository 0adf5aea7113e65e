"""
How do I give a program one file and nothing else?
==================================================

Name it in ``pass_fds`` and tell the program the number, which stays the
same. Everything else but the standard streams is closed there.

Ruled by `pass_fds in subprocess.Popen
<https://docs.python.org/3/library/subprocess.html#subprocess.Popen>`__.
"""

# requires: subprocess pass_fds

# %%
# Two files
# ---------
# The letter is for the program. The diary is not.

import os
import subprocess
import sys
import tempfile


def write(words):
    file = tempfile.TemporaryFile(buffering=0)
    file.write(words)
    return file


letter = write(b"dear reader")
diary = write(b"dear diary")

# %%
# One of them named
# -----------------
# The program tries both numbers. A diary that had been made inheritable
# by mistake would be closed as well.

PROGRAM = """
import os, sys
for what, number in zip(("letter", "diary"), sys.argv[1:]):
    try:
        print(what, "reads", os.pread(int(number), 100, 0))
    except OSError as error:
        print(what, "fails:", error.strerror)
"""
numbers = [str(file.fileno()) for file in (letter, diary)]
os.set_inheritable(diary.fileno(), True)

#> child | letter reads b'dear reader'
#> child | diary fails: Bad file descriptor
subprocess.run(
    [sys.executable, "-c", PROGRAM, *numbers],
    pass_fds=[letter.fileno()],
)

# %%
# Nothing has changed here
# ------------------------
# The letter's flag is off as before, and both files are still open.

#> parent | letter inheritable: False
print("letter inheritable:", os.get_inheritable(letter.fileno()))
letter.close()
diary.close()
