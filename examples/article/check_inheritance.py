"""
Is my descriptor inheritable, and can I change that?
====================================================

Ask with ``os.get_inheritable``: for nearly everything Python opens, the answer is no.
The flag can be changed at any time, and belongs to one descriptor alone.

The rules: `os.get_inheritable
<https://docs.python.org/3/library/os.html#os.get_inheritable>`_,
`os.dup2 <https://docs.python.org/3/library/os.html#os.dup2>`_,
`fcntl(2) <https://man7.org/linux/man-pages/man2/fcntl.2.html>`_.
"""

# %%
# The default, since Python 3.4, and a change in both directions.

import os
import tempfile

fd, path = tempfile.mkstemp()
print("as opened:", os.get_inheritable(fd))  #> parent | as opened: False

os.set_inheritable(fd, True)
print("after True:", os.get_inheritable(fd))  #> parent | after True: True

os.set_inheritable(fd, False)
print("after False:", os.get_inheritable(fd))  #> parent | after False: False

# %%
# A copy has a flag of its own. ``dup`` begins with off, ``dup2`` with on, whatever
# the original says.

os.set_inheritable(fd, True)
copy = os.dup(fd)
print("dup of an inheritable one:", os.get_inheritable(copy))

os.set_inheritable(fd, False)
os.dup2(fd, copy)
#> parent | dup2 of one that is not: True
print("dup2 of one that is not:", os.get_inheritable(copy))
os.close(copy)

# %%
# The standard streams are inheritable, or no program could print.

#> parent | 0, 1, 2: True True True
print("0, 1, 2:", *(os.get_inheritable(n) for n in (0, 1, 2)))

# %%
# A descriptor that is closed has no flag.

os.close(fd)
os.unlink(path)
try:
    os.get_inheritable(fd)
except OSError as error:
    print("closed:", error.strerror)  #> parent | closed: Bad file descriptor
