"""
How do I make sure that a pipe ends?
====================================

Leave its flag off, so that no program gets a copy of the writing end,
and close the end that you do not use in each process that you fork.

Ruled by `pipe(7) <https://man7.org/linux/man-pages/man7/pipe.7.html>`__
and `os.pipe <https://docs.python.org/3/library/os.html#os.pipe>`__.
The problem: :doc:`forgotten_write_end_hides_eof`.
"""

# requires: os.fork

# %%
# Programs: leave the flag off
# ----------------------------
# The bystander is started as before, and still runs while the parent
# reads. It has no copy, so the pipe ends with the writer.

import os
import subprocess
import sys

PROGRAM = """
import sys
sys.stdin.read()
print("the bystander ends after that")
"""

reading, writing = os.pipe()
bystander = subprocess.Popen(
    [sys.executable, "-c", PROGRAM],
    stdin=subprocess.PIPE,
    close_fds=False,
)
os.write(writing, b"good bye")
os.close(writing)

print("received", os.read(reading, 100))
#> parent | end of file: b''
print("end of file:", os.read(reading, 100))
os.close(reading)
bystander.communicate()

# %%
# Forks: close what you do not use
# --------------------------------
# The reader closes its writing end, the writer its reading end. A
# ``with`` closes the other one, whatever happens inside.

reading, writing = os.pipe()
child = os.fork()
if child == 0:
    os.close(writing)
    with open(reading, "rb") as pipe:
        #> child-2 | read to the end: b'one two'
        print("read to the end:", pipe.read())
    os._exit(0)

os.close(reading)
with open(writing, "wb") as pipe:
    pipe.write(b"one two")
os.waitpid(child, 0)
