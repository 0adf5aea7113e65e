"""
How do I give a program one open file on Windows?
=================================================

Name its handle in ``handle_list``. The child gets that one and no
other. The flag of the handle must be on while the child starts.

Ruled by `STARTUPINFO.lpAttributeList
<https://docs.python.org/3/library/subprocess.html#subprocess.STARTUPINFO.lpAttributeList>`__.
The same elsewhere:
:doc:`/gallery/passing/pass_fds_hands_over_one_only`.
"""

# requires: msvcrt

# %%
# Two files with their flags on
# -----------------------------
# The child is told the values of both handles. A handle keeps its value
# in the child, where a descriptor would not keep its number.

import msvcrt
import os
import subprocess
import sys
import tempfile

PROGRAM = """
import msvcrt, os, sys
for name, handle in zip(sys.argv[1::2], sys.argv[2::2]):
    try:
        number = msvcrt.open_osfhandle(int(handle), os.O_RDONLY)
        os.lseek(number, 0, os.SEEK_SET)
        print(name, "reads", os.read(number, 9))
    except OSError as error:
        print(name, "fails:", error.strerror)
"""


def high_handle(text):
    """A small value would mean something else in the child."""
    file = tempfile.TemporaryFile(buffering=0)
    file.write(text)
    copies = [os.dup(file.fileno()) for _ in range(100)]
    os.set_inheritable(copies[-1], True)
    return copies, msvcrt.get_osfhandle(copies[-1])


mine, letter = high_handle(b"a letter")
other, diary = high_handle(b"my diary")
words = ["the letter", str(letter), "the diary", str(diary)]
command = [sys.executable, "-c", PROGRAM, *words]

# %%
# One of the two
# --------------
# The list is all that arrives, whatever the flags of others say.

startup = subprocess.STARTUPINFO()
startup.lpAttributeList = {"handle_list": [letter]}
#> child | the letter reads b'a letter'
#> child | the diary fails: Bad file descriptor
subprocess.run(command, startupinfo=startup)

for descriptor in mine + other:
    os.close(descriptor)
