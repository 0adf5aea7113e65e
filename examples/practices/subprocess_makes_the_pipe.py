"""
What do I write to talk to a program?
=====================================

``input`` and ``capture_output``. ``subprocess`` makes the pipes, gives
the program its ends and closes all others, on every system.

Ruled by `subprocess.run
<https://docs.python.org/3/library/subprocess.html#subprocess.run>`__
and `Popen.communicate
<https://docs.python.org/3/library/subprocess.html#subprocess.Popen.communicate>`__.
"""

# requires: subprocess

# %%
# The program
# -----------
# It answers what it is asked, and tells on standard error which other
# numbers are open for it.

import subprocess
import sys

PROGRAM = """
import os, sys

def is_open(number):
    try:
        os.fstat(number)
        return True
    except OSError:
        return False

print(sys.stdin.read().upper())
others = [number for number in range(3, 64) if is_open(number)]
print("open besides the standard streams:", others, file=sys.stderr)
"""
program = [sys.executable, "-c", PROGRAM]

# %%
# The snippet
# -----------
# No number, no flag, and no end of a pipe that could be forgotten.

#> child ! open besides the standard streams: []
answer = subprocess.run(
    program,
    input="hello",
    stdout=subprocess.PIPE,
    text=True,
    check=True,
)
#> parent | the answer is HELLO
print("the answer is", answer.stdout.strip())
