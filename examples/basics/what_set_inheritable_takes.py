"""
What does os.set_inheritable take, return and raise?
====================================================

A descriptor number and a truth value, by position. It returns ``None``.
It raises ``OSError`` for a closed number and ``TypeError`` for a file.

Ruled by `os.set_inheritable
<https://docs.python.org/3/library/os.html#os.set_inheritable>`__ (new in
Python 3.4) and `PEP 446 <https://peps.python.org/pep-0446/>`__.
"""

# %%
# What it takes and returns
# -------------------------
# The second argument may be any integer: all but 0 mean "on".
# What comes back from ``get_inheritable`` is always a ``bool``.

import os
import socket
import tempfile

reading, writing = os.pipe()
#> parent | it returns None
print("it returns", os.set_inheritable(reading, True))
print("the flag is now", os.get_inheritable(reading))

os.set_inheritable(reading, 0)
print("after 0 it is", os.get_inheritable(reading))

# %%
# What it raises
# --------------
# A closed number is an ``OSError``. A file object is no number, and
# ``None`` is no truth value here. Arguments have no names.

file = tempfile.TemporaryFile()
number = file.fileno()
os.close(reading)
os.close(writing)


def attempt(words, call):
    try:
        call()
        print(words, "is accepted")
    except (OSError, TypeError) as error:
        print(words, "raises", type(error).__name__)


#> parent | a closed number raises OSError
attempt("a closed number", lambda: os.set_inheritable(reading, True))
attempt("a file object", lambda: os.set_inheritable(file, True))
attempt("None", lambda: os.set_inheritable(number, None))
attempt("a name", lambda: os.set_inheritable(number, inheritable=True))

# %%
# Files and sockets
# -----------------
# Of a file take ``fileno()``. A socket has the same two methods itself,
# and on Windows they are the only way: its number is a handle there.

#> parent | fileno() is accepted
attempt("fileno()", lambda: os.set_inheritable(file.fileno(), False))
file.close()

with socket.socket() as listener:
    listener.set_inheritable(True)
    print("the socket's flag is", listener.get_inheritable())
