"""
What do I write to share a file with a program?
===============================================

``pass_fds`` with its number. Nothing before, nothing after: the flag is
never on in your own process.

Ruled by `pass_fds in subprocess.Popen
<https://docs.python.org/3/library/subprocess.html#subprocess.Popen>`__
and `PEP 446 <https://peps.python.org/pep-0446/>`__.
"""

# requires: subprocess pass_fds

# %%
# The program
# -----------
# It adds a line to the file whose number it is given.

import os
import subprocess
import sys
import tempfile

PROGRAM = """
import os, sys
print("wrote", os.write(int(sys.argv[1]), b"all is well"), "bytes")
"""
program = [sys.executable, "-c", PROGRAM]

# %%
# The snippet
# -----------
# The number is the same in the program. No flag is set.

with tempfile.TemporaryFile(buffering=0) as report:
    number = report.fileno()
    #> child | wrote 11 bytes
    subprocess.run([*program, str(number)], pass_fds=[number])
    #> parent | the report says b'all is well'
    print("the report says", os.pread(number, 100, 0))
    #> parent | inheritable here: False
    print("inheritable here:", os.get_inheritable(number))

# %%
# A flag that is set for nothing
# ------------------------------
# Without ``pass_fds`` the flag does not help: the program finds the
# number closed.

with tempfile.TemporaryFile(buffering=0) as report:
    number = report.fileno()
    os.set_inheritable(number, True)
    quiet = {"stderr": subprocess.DEVNULL}
    ended = subprocess.run([*program, str(number)], **quiet)
    #> parent | the flag alone: exit status 1
    print("the flag alone: exit status", ended.returncode)
    print("the report says", os.pread(number, 100, 0))
