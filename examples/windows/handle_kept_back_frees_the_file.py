"""
How do I keep my files deletable while programs run?
====================================================

Leave the flag off, as it is, or leave ``close_fds`` alone. Either one
keeps the handle from the program.

Ruled by `Inheritance of File Descriptors
<https://docs.python.org/3/library/os.html#fd-inheritance>`__
and `close_fds in subprocess.Popen
<https://docs.python.org/3/library/subprocess.html#subprocess.Popen>`__.
The problem: :doc:`inherited_handle_blocks_delete`.
"""

# requires: msvcrt

# %%
# A log file, and a program beside it
# -----------------------------------
# The log is closed and deleted while the program runs.

import os
import subprocess
import sys

PROGRAM = "import sys; print('running', flush=True); sys.stdin.read()"


def delete_beside_a_program(flag, **options):
    log = open("server.log", "w")
    os.set_inheritable(log.fileno(), flag)
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        **options,
    ) as program:
        print("the program is", program.stdout.readline().strip())
        log.close()
        os.remove("server.log")
        print("deleted:", not os.path.exists("server.log"))


# %%
# The flag off
# ------------
# No handle of the log goes to the program, though the call would let
# some through.

#> parent | deleted: True
delete_beside_a_program(False, close_fds=False)

# %%
# The call as it is by default
# ----------------------------
# The flag is on, and the call lets no handle through.

#> parent | deleted: True
delete_beside_a_program(True)
