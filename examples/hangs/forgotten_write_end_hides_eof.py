"""
Why does my reader wait although the writer is closed?
======================================================

Because somebody else can still write. A pipe ends when the last copy of
its writing end is closed, also in children that never use it.

Ruled by `pipe(7) <https://man7.org/linux/man-pages/man7/pipe.7.html>`__
and `read(2) <https://man7.org/linux/man-pages/man2/read.2.html>`__.
The repair: :doc:`closing_every_copy_brings_eof`.
"""

# requires: subprocess pass_fds

# %%
# A pipe and a bystander
# ----------------------
# The writing end is inheritable, and a program that has nothing to do
# with the pipe is started meanwhile. It waits for its own input to end.

import os
import subprocess
import sys

PROGRAM = """
import sys
sys.stdin.read()
print("the bystander ends, and has written nothing")
"""

reading, writing = os.pipe()
os.set_inheritable(writing, True)
bystander = subprocess.Popen(
    [sys.executable, "-c", PROGRAM],
    stdin=subprocess.PIPE,
    close_fds=False,
)
print("the bystander runs")

# %%
# The writer is done
# ------------------
# It writes, and closes its end. The reader gets the words, but not the
# end of file. Without ``set_blocking`` it would wait here for ever.

os.write(writing, b"good bye")
os.close(writing)

os.set_blocking(reading, False)
print("received", os.read(reading, 100))
try:
    print("end of file:", os.read(reading, 100))
except BlockingIOError:
    #> parent | no end of file: somebody can still write
    print("no end of file: somebody can still write")

# %%
# The bystander ends
# ------------------
# Its copy was the last one.

bystander.communicate()
#> parent | end of file: b''
print("end of file:", os.read(reading, 100))
os.close(reading)
