"""
Should I turn the flag off for each file I open?
================================================

No. Python asks the kernel for it in the same call that opens the file,
so there is no moment without it. A second call adds nothing.

Ruled by `PEP 446 <https://peps.python.org/pep-0446/>`__ and
`O_CLOEXEC in open(2)
<https://man7.org/linux/man-pages/man2/open.2.html>`__.
"""

# requires: subprocess

# %%
# The program
# -----------
# It is started in the way that passes the most: by the flag alone. On
# Windows it is told handles, as numbers mean nothing in a child there.

import os
import subprocess
import sys
import tempfile

PROGRAM = """
import os, sys
for way, number in zip(sys.argv[1::2], map(int, sys.argv[2::2])):
    try:
        if os.name == "nt":
            import msvcrt
            number = msvcrt.open_osfhandle(number, os.O_RDONLY)
        os.fstat(number)
        print(way, "is open here")
    except OSError as error:
        print(way, "fails:", error.strerror)
"""

# %%
# Three ways to open a file
# -------------------------
# None of them says anything about the flag.

def place(number):
    if os.name == "nt":
        import msvcrt

        number = msvcrt.get_osfhandle(number)
    return str(number)


by_open = open(__file__, "rb")
by_os_open = os.open(__file__, os.O_RDONLY)
by_tempfile = tempfile.TemporaryFile()
words = ["open", place(by_open.fileno())]
words += ["os.open", place(by_os_open)]
words += ["tempfile", place(by_tempfile.fileno())]

#> child | open fails: Bad file descriptor
#> child | os.open fails: Bad file descriptor
#> child | tempfile fails: Bad file descriptor
command = [sys.executable, "-c", PROGRAM, *words]
subprocess.run(command, close_fds=False)

by_open.close()
os.close(by_os_open)
by_tempfile.close()

# %%
# The snippet
# -----------
# This is all there is to it.

with tempfile.TemporaryFile() as file:
    #> parent | inheritable: False
    print("inheritable:", os.get_inheritable(file.fileno()))
