"""
Why does my loop over the input stop after one command?
=======================================================

Because the command reads from your standard input, which it has like
every child, and leaves nothing. Give it the null device instead.

Ruled by `stdin in subprocess.Popen
<https://docs.python.org/3/library/subprocess.html#subprocess.Popen>`__ and
`subprocess.DEVNULL
<https://docs.python.org/3/library/subprocess.html#subprocess.DEVNULL>`__.
"""

# requires: subprocess

# %%
# A loop that works off a list
# ----------------------------
# It takes one job of four bytes at a time and runs a command for it.
# The command needs no input, and still reads whatever it gets.

import subprocess
import sys

LOOP = """
import os, subprocess, sys
options = {"stdin": subprocess.DEVNULL} if sys.argv[1:] else {}
command = [sys.executable, "-c", "import sys; sys.stdin.read()"]
job = os.read(0, 4)
while job:
    print("runs a command for", job.decode().strip())
    subprocess.run(command, **options)
    job = os.read(0, 4)
print("there are no more jobs")
"""
loop = [sys.executable, "-c", LOOP]
jobs = b"one\ntwo\nsix\n"

# %%
# The command has the input
# -------------------------
# Nobody named ``stdin``, so the command shares that of the loop, and
# the place up to which it was read.

#> child | runs a command for one
#> child | there are no more jobs
subprocess.run(loop, input=jobs)

# %%
# The command has the null device
# -------------------------------
# Its input ends at once, and all jobs are the loop's.

#> child-2 | runs a command for six
subprocess.run([*loop, "DEVNULL"], input=jobs)
