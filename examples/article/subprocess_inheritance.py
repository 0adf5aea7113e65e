"""
How do I hand one descriptor to a subprocess?
=============================================

Name it in ``pass_fds``, and do nothing else.
Setting the flag as well does not help this child, and gives the descriptor to others.

The rules: `subprocess.Popen
<https://docs.python.org/3/library/subprocess.html#subprocess.Popen>`_,
`PEP 446 <https://peps.python.org/pep-0446/>`_,
`execve(2) <https://man7.org/linux/man-pages/man2/execve.2.html>`_.
"""

# %%
# A file, and a program that tries to write to it.

# requires: subprocess pass_fds
import os
import subprocess
import sys
import tempfile

fd, path = tempfile.mkstemp()
os.unlink(path)
fd = os.dup2(fd, 90, inheritable=False)  # A number that nothing else uses.
PROGRAM = """
import os, sys
try:
    os.write(int(sys.argv[1]), b"written, ")
    print("inheritable here:", os.get_inheritable(int(sys.argv[1])))
except OSError as error:
    print("cannot write:", error.strerror)
"""
program = [sys.executable, "-c", PROGRAM, str(fd)]

# %%
# ``pass_fds`` alone is enough. The flag is set in the child only.

subprocess.run(program, pass_fds=[fd])  #> child | inheritable here: True
#> parent | inheritable in the parent: False
print("inheritable in the parent:", os.get_inheritable(fd))

# %%
# The flag alone is not: by default ``subprocess`` closes everything above 2.

os.set_inheritable(fd, True)
subprocess.run(program)  #> child-2 | cannot write: Bad file descriptor

# %%
# But now every other program gets it, too. This shell was never meant to.

command = f'"{sys.executable}" -c \'{PROGRAM}\' {fd}'
os.system(command)  #> child-3 | inheritable here: True

#> parent | the file holds b'written, written, '
print("the file holds", os.pread(fd, 100, 0))
os.close(fd)
