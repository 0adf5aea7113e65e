"""
Does a pipe to a forked child need the flag?
============================================

No. The child gets both ends, although the flag of both is off.
What it needs is that every process closes the end it does not use:
while one copy of the writing end is open, the reader sees no end.

Ruled by `pipe(7) <https://man7.org/linux/man-pages/man7/pipe.7.html>`__,
`fork(2) <https://man7.org/linux/man-pages/man2/fork.2.html>`__ and
`os.pipe <https://docs.python.org/3/library/os.html#os.pipe>`__.
"""

# requires: os.fork

# %%
# A message without the flag
# --------------------------
# Neither end is inheritable. The child reads until the end of file,
# which comes because it closed its own copy of the writing end first.

import os

reading, writing = os.pipe()
print("reading end inheritable:", os.get_inheritable(reading))
print("writing end inheritable:", os.get_inheritable(writing))

child = os.fork()
if child == 0:
    os.close(writing)
    with open(reading, "rb") as pipe:
        #> child | received b'good morning'
        print("received", pipe.read())
    os._exit(0)
os.close(reading)
os.write(writing, b"good morning")
os.close(writing)
os.waitpid(child, 0)

# %%
# The copy that was forgotten
# ---------------------------
# Now the child answers and ends. The parent has forgotten to close its
# own writing end, so the pipe could still be written to: by the parent
# itself. A reader that waits would wait for ever; this one does not
# wait, and is told to try again.

reading, writing = os.pipe()
child = os.fork()
if child == 0:
    print("answered with", os.write(writing, b"good night"), "bytes")
    os._exit(0)
os.waitpid(child, 0)

os.set_blocking(reading, False)
print("received", os.read(reading, 100))
try:
    print("end of file:", os.read(reading, 100))
except BlockingIOError:
    #> parent | no end of file, although the child is gone
    print("no end of file, although the child is gone")

# %%
# The end of file
# ---------------
# With the last copy of the writing end the waiting is over.

os.close(writing)
#> parent | end of file: b''
print("end of file:", os.read(reading, 100))
os.close(reading)
