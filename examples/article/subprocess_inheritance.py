"""
Do I need the flag as well as pass_fds?
=======================================

No. ``pass_fds`` alone hands the file over. The flag alone does not, and
the flag together with ``pass_fds`` hands it to other programs too.

Ruled by `subprocess.Popen
<https://docs.python.org/3/library/subprocess.html#subprocess.Popen>`__
and `PEP 446 <https://peps.python.org/pep-0446/>`__.
"""

# requires: subprocess pass_fds
# requires: /dev/fd

# %%
# pass_fds alone
# --------------
# The flag of the file is off, and stays off. Python turns it on in the
# child only, between fork and exec, where no other thread can see it.

import os
import subprocess
import sys
import tempfile

PROGRAM = """
import os, sys
try:
    os.write(int(sys.argv[1]), b"written by the program")
    print("I could write")
except OSError as error:
    print("I could not write:", error.strerror)
"""

report = tempfile.TemporaryFile(buffering=0)
number = report.fileno()
command = [sys.executable, "-c", PROGRAM, str(number)]

#> child | I could write
subprocess.run(command, pass_fds=[number])
print("the file holds", os.pread(number, 100, 0))
#> parent | inheritable here: False
print("inheritable here:", os.get_inheritable(number))

# %%
# The flag alone
# --------------
# ``subprocess`` closes everything above standard error in the child,
# whatever the flag says, unless ``pass_fds`` names it.

os.set_inheritable(number, True)
#> child-2 | I could not write: Bad file descriptor
subprocess.run(command)

# %%
# The flag, and another child
# ---------------------------
# The flag is still on. Any program that is started by a call that goes
# by the flag gets the file as well. Nobody meant this shell to have it.

#> child-3 | the shell has it
os.system(f"test -e /dev/fd/{number} && echo the shell has it")
report.close()
