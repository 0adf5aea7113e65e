"""
Is "inheritable" the same as close-on-exec?
===========================================

It is the opposite: one flag, told from two sides. Inheritable means
that close-on-exec is off. Python only chose the shorter word.

Ruled by `PEP 446 <https://peps.python.org/pep-0446/>`__ and `F_SETFD in
fcntl(2) <https://man7.org/linux/man-pages/man2/fcntl.2.html>`__.
"""

# requires: fcntl

# %%
# One flag, two views
# -------------------
# ``F_GETFD`` asks the kernel for the flags of a descriptor. There is
# one, and it is on for a file that Python has just opened.

import fcntl
import os
import tempfile

file = tempfile.TemporaryFile()
number = file.fileno()


def tell(when):
    flags = fcntl.fcntl(number, fcntl.F_GETFD)
    print(f"{when}, close-on-exec: {bool(flags & fcntl.FD_CLOEXEC)}")
    print(f"{when}, inheritable: {os.get_inheritable(number)}")


#> parent | as opened, close-on-exec: True
tell("as opened")

# %%
# Set it by Python's name
# -----------------------
# To turn inheritable on is to take close-on-exec away.

os.set_inheritable(number, True)
#> parent | after True, close-on-exec: False
tell("after True")

# %%
# Set it by the kernel's name
# ---------------------------
# Python keeps no note of its own. It asks the kernel each time, so it
# also knows what a library in C has done.

fcntl.fcntl(number, fcntl.F_SETFD, fcntl.FD_CLOEXEC)
#> parent | after FD_CLOEXEC, inheritable: False
tell("after FD_CLOEXEC")
file.close()
