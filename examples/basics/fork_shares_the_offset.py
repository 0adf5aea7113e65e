"""
Why does my worker read from the middle of the file?
====================================================

Because fork copies the descriptor and not the open file behind it.
All workers have one position, and each read moves it for all.

Ruled by `fork(2) <https://man7.org/linux/man-pages/man2/fork.2.html>`__
and `open(2), "open file descriptions"
<https://man7.org/linux/man-pages/man2/open.2.html>`__.
"""

# requires: os.fork

# %%
# One position for two
# --------------------
# The child reads the first word. Where the parent goes on reading is
# behind that word, although it has read nothing yet.

import os
import tempfile

file = tempfile.NamedTemporaryFile(buffering=0)
file.write(b"one two")
file.seek(0)

child = os.fork()
if child == 0:
    print("reads", file.read(3))
    os._exit(0)
os.waitpid(child, 0)
#> parent | reads b' two'
print("reads", file.read())

# %%
# Reading at a place
# ------------------
# ``os.pread`` names the place where it reads. It neither asks for the
# position nor moves it, so processes do not get in each other's way.

child = os.fork()
if child == 0:
    print("reads", os.pread(file.fileno(), 3, 0), "at 0")
    os._exit(0)
os.waitpid(child, 0)
#> parent | reads b'one' at 0
print("reads", os.pread(file.fileno(), 3, 0), "at 0")

# %%
# Opening after the fork
# ----------------------
# A file that the child opens by itself has a position of its own.

file.seek(0)
child = os.fork()
if child == 0:
    with open(file.name, "rb") as own:
        print("reads", own.read(), "from a file of its own")
    os._exit(0)
os.waitpid(child, 0)
#> parent | reads b'one two', all of it
print(f"reads {file.read()}, all of it")
file.close()
