"""
Which of my secrets does a forked worker have?
==============================================

All of them. Files, sockets and pipes with the flag off are open in the
child, and so is everything in memory.

Ruled by `fork(2) <https://man7.org/linux/man-pages/man2/fork.2.html>`__
and `os.fork <https://docs.python.org/3/library/os.html#os.fork>`__.
The repair: :doc:`close_it_in_the_child`.
"""

# requires: os.fork

# %%
# What the parent holds
# ---------------------
# A file, a connection and a pipe, each as Python opens it. None of them
# is inheritable.

import os
import socket
import tempfile

file = tempfile.TemporaryFile(buffering=0)
file.write(b"launch code")
ours, theirs = socket.socketpair()
reading, writing = os.pipe()

held = (file.fileno(), ours.fileno(), writing)
print("inheritable:", [os.get_inheritable(each) for each in held])

# %%
# What the worker does with it
# ----------------------------
# It reads the file, speaks on the connection in the name of its parent,
# and writes to the pipe. Nothing stops it.

worker = os.fork()
if worker == 0:
    #> child | reads b'launch code' from the file
    print("reads", os.pread(file.fileno(), 11, 0), "from the file")
    print("sends", ours.send(b"worker"), "bytes to the peer")
    print("writes", os.write(writing, b"worker"), "bytes to the pipe")
    os._exit(0)
os.waitpid(worker, 0)

# %%
# What arrives
# ------------
# At the other ends nobody can see which of the two processes it was.

#> parent | the peer received b'worker'
print("the peer received", theirs.recv(100))
print("the pipe holds", os.read(reading, 100))

for end in (reading, writing):
    os.close(end)
for each in (file, ours, theirs):
    each.close()
