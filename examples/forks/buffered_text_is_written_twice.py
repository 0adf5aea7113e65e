"""
Why is a line printed twice after a fork?
=========================================

Because text that waits in a buffer is copied with all other memory, and
each process writes its copy when it ends. Flush before the fork, and
leave the child by ``os._exit``.

Ruled by `os._exit <https://docs.python.org/3/library/os.html#os._exit>`__,
`fork(2) <https://man7.org/linux/man-pages/man2/fork.2.html>`__ and
`io, buffering <https://docs.python.org/3/library/io.html#io.BufferedWriter>`__.
"""

# requires: os.fork

# %%
# A line that waits
# -----------------
# Python collects what is printed to a file, and also what is printed to
# a standard output that is no terminal. Here the child has nothing to
# do, and ends as a program ends. The line is in the file twice.

import os
import sys
import tempfile


def content(log):
    log.flush()
    return os.pread(log.fileno(), 100, 0)


log = tempfile.TemporaryFile("w")
print("starting", file=log)

child = os.fork()
if child == 0:
    sys.exit()
os.waitpid(child, 0)
#> parent | the file holds b'starting\nstarting\n'
print("the file holds", content(log))
log.close()

# %%
# Nothing waits
# -------------
# After a flush there is nothing left to copy. ``os._exit`` ends the
# child without writing out anything, which is right for text that is
# not the child's own.

log = tempfile.TemporaryFile("w")
print("starting", file=log)
log.flush()

child = os.fork()
if child == 0:
    os._exit(0)
os.waitpid(child, 0)
#> parent | the file holds b'starting\n'
print("the file holds", content(log))

# %%
# What the child has to say
# -------------------------
# ``os._exit`` drops the child's own text as well. This line is lost.

child = os.fork()
if child == 0:
    print("working", file=log)
    os._exit(0)
os.waitpid(child, 0)
#> parent | the file holds b'starting\n'
print("the file holds", content(log))

# %%
# So the child flushes before it goes.

child = os.fork()
if child == 0:
    print("working", file=log, flush=True)
    os._exit(0)
os.waitpid(child, 0)
#> parent | the file holds b'starting\nworking\n'
print("the file holds", content(log))
log.close()
