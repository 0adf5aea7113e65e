"""
How do I see whether a descriptor is inheritable?
=================================================

``os.get_inheritable`` answers for one descriptor. For nearly all that
Python opens the answer is ``False``, and a copy has a flag of its own.

Ruled by `Inheritance of File Descriptors
<https://docs.python.org/3/library/os.html#fd-inheritance>`__,
`PEP 446 <https://peps.python.org/pep-0446/>`__ and, for the flag itself,
`F_GETFD in fcntl(2) <https://man7.org/linux/man-pages/man2/fcntl.2.html>`__.
"""

# %%
# What Python opens
# -----------------
# A new file is not inheritable. Standard output is: it was open before
# Python started, and every child is meant to have it.

import os
import tempfile

file = tempfile.TemporaryFile()
number = file.fileno()
#> parent | a new file: False
print("a new file:", os.get_inheritable(number))
print("standard output:", os.get_inheritable(1))

# %%
# On and off again
# ----------------
# The flag can be changed as often as you like while the file is open.

os.set_inheritable(number, True)
#> parent | after setting True: True
print("after setting True:", os.get_inheritable(number))

os.set_inheritable(number, False)
#> parent | after setting False: False
print("after setting False:", os.get_inheritable(number))

# %%
# A copy has its own flag
# -----------------------
# ``os.dup`` makes a second descriptor for the same open file. Whatever
# the flag of the first one is, that of the copy begins as ``False``.

os.set_inheritable(number, True)
copy = os.dup(number)
print("the original:", os.get_inheritable(number))
#> parent | its copy: False
print("its copy:", os.get_inheritable(copy))

os.close(copy)
file.close()
