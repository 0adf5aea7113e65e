"""
Why can't I delete a file that I have closed?
=============================================

Because a program that was started meanwhile has its handle too. On
Windows a file that is open anywhere is not deleted: WinError 32.

Ruled by `PEP 446, issues with inheritable file descriptors
<https://peps.python.org/pep-0446/#issues-with-inheritable-file-descriptors>`__
and `os.remove <https://docs.python.org/3/library/os.html#os.remove>`__.
The repair: :doc:`handle_kept_back_frees_the_file`.
"""

# requires: msvcrt

# %%
# A log file with its flag on
# ---------------------------
# A program is started in the way that lets handles through. It has
# nothing to do with the log.

import os
import subprocess
import sys

PROGRAM = "import sys; sys.stdin.read(); print('the program ends')"

log = open("server.log", "w")
os.set_inheritable(log.fileno(), True)
program = subprocess.Popen(
    [sys.executable, "-c", PROGRAM],
    stdin=subprocess.PIPE,
    close_fds=False,
)
log.close()


def delete():
    try:
        os.remove("server.log")
        return "deleted"
    except PermissionError as error:
        return f"refused: WinError {error.winerror}"


# %%
# The log is closed here
# ----------------------
# That was one handle of two. A new name is refused as well.

#> parent | refused: WinError 32
print(delete())
try:
    os.rename("server.log", "server.log.1")
except PermissionError as error:
    print("a new name:", "WinError", error.winerror)

# %%
# The program ends
# ----------------
# With it goes the last handle.

program.communicate()
#> parent | deleted
print(delete())
