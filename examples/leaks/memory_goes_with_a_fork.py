"""
Does a child know the passwords in my variables?
================================================

A forked child does: it has a copy of the memory. A program does not,
but it has the environment, unless you give it another one.

Ruled by `fork(2) <https://man7.org/linux/man-pages/man2/fork.2.html>`__,
`environ(7) <https://man7.org/linux/man-pages/man7/environ.7.html>`__ and
`env in subprocess.Popen
<https://docs.python.org/3/library/subprocess.html#subprocess.Popen>`__.
"""

# requires: os.fork

# %%
# Two secrets
# -----------
# One is in a variable, one in the environment, where many services
# expect it.

import os
import subprocess
import sys

password = "launch code"
os.environ["TOKEN"] = "golden ticket"

# %%
# A fork
# ------
# No file is involved, and no flag. The copy is complete.

if (child := os.fork()) == 0:
    #> child | the variable holds launch code
    print("the variable holds", password)
    print("the environment holds", os.environ["TOKEN"])
    os._exit(0)
os.waitpid(child, 0)

# %%
# A program
# ---------
# It begins with a memory of its own. The environment is passed on.

PROGRAM = """
import os
print("the variable is known:", "password" in globals())
print("the environment holds", os.environ.get("TOKEN"))
"""
command = [sys.executable, "-c", PROGRAM]
#> child-2 | the environment holds golden ticket
subprocess.run(command)

# %%
# The repair
# ----------
# Name what a program needs, as you name its descriptors.

#> child-3 | the environment holds None
subprocess.run(command, env={"PATH": os.environ["PATH"]})
