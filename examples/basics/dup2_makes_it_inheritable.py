"""
Why is a copy by dup2 inheritable, and one by dup not?
======================================================

``dup2`` is what puts a file in the place of standard output before a
program starts, so its copy has to arrive. It can be told not to.

Ruled by `os.dup2 <https://docs.python.org/3/library/os.html#os.dup2>`__
and `dup(2) <https://man7.org/linux/man-pages/man2/dup.2.html>`__.
"""

# requires: os.fork

# %%
# Three copies of one file
# ------------------------
# The flag of the original plays no part. It belongs to a descriptor,
# and each copy is a descriptor of its own.

import os
import sys
import tempfile

file = tempfile.TemporaryFile(buffering=0)
original = file.fileno()
copy = os.dup(original)
spare = os.dup(original)

print("dup:", os.get_inheritable(copy))
os.dup2(original, spare)
#> parent | dup2: True
print("dup2:", os.get_inheritable(spare))
os.dup2(original, spare, inheritable=False)
print("dup2, inheritable=False:", os.get_inheritable(spare))

# %%
# What it is made for
# -------------------
# The child puts the file in the place of its standard output and turns
# into a program. That prints as always, and its line is in the file.

child = os.fork()
if child == 0:
    os.dup2(original, 1)
    words = "print('a line for standard output')"
    os.execv(sys.executable, [sys.executable, "-c", words])
os.waitpid(child, 0)

#> parent | the file holds b'a line for standard output\n'
print("the file holds", os.pread(original, 100, 0))

# %%
# The one number it leaves alone
# ------------------------------
# A copy onto itself does nothing at all, so the flag stays off.
# Programs that move a descriptor to a wanted number trip over this when
# it happens to be there already.

os.dup2(original, original)
#> parent | onto itself: False
print("onto itself:", os.get_inheritable(original))

os.close(copy)
os.close(spare)
file.close()
