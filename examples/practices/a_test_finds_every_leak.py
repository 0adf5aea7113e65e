"""
How do I test that my code leaks nothing?
=========================================

List what is inheritable before and after, and compare. A test that
does so finds what you opened, and what a library opened for you.

Ruled by `os.get_inheritable
<https://docs.python.org/3/library/os.html#os.get_inheritable>`__ and
`proc_pid_fd(5)
<https://man7.org/linux/man-pages/man5/proc_pid_fd.5.html>`__.
"""

# requires: /dev/fd

# %%
# What a child would get
# ----------------------
# The folder ``/dev/fd`` lists the descriptors of the process that reads
# it. One of them is used for the listing itself and is gone by then.

import os
import socket
import unittest


def inheritable():
    """The descriptors that a program would get, by number."""
    found = set()
    for number in map(int, os.listdir("/dev/fd")):
        try:
            if os.get_inheritable(number):
                found.add(number)
        except OSError:
            pass
    return found


# The standard streams, and what was open before Python started.
at_the_start = inheritable()
print("standard streams among them:", {0, 1, 2} <= at_the_start)

# %%
# A test
# ------
# It runs the code and says how many descriptors a child would now get
# that it did not get before.


class Leaks(unittest.TestCase):
    def check(self, code):
        before = inheritable()
        with code():
            leaked = inheritable() - before
        self.assertEqual(len(leaked), 0, "a child would get it")


def careful():
    return socket.socket()


def careless():
    opened = socket.socket()
    opened.set_inheritable(True)
    return opened


for code in (careful, careless):
    try:
        Leaks().check(code)
        print(code.__name__, "passes")
    except AssertionError as error:
        #> parent | careless fails: 1 != 0 : a child would get it
        print(code.__name__, "fails:", error)
