"""
What does os.set_inheritable take, return and raise?
====================================================

A descriptor number and a truth value, by position. It returns ``None``.
It raises ``OSError`` for a closed number and ``TypeError`` for a file.

Ruled by `os.set_inheritable
<https://docs.python.org/3/library/os.html#os.set_inheritable>`__ and
`PEP 446 <https://peps.python.org/pep-0446/>`__.
"""

# %%
# What it takes and returns
# -------------------------
# The second argument may be any integer: all but 0 mean "on".
# What comes back from ``get_inheritable`` is always a ``bool``.

import errno
import os
import socket
import tempfile

reading, writing = os.pipe()
#> parent | it returns None
print("it returns", os.set_inheritable(reading, True))

for value in (True, 0, 2):
    os.set_inheritable(reading, value)
    print(f"after {value} it is", os.get_inheritable(reading))

# %%
# What it raises
# --------------
# A closed number is an ``OSError``. A file object is no number, and
# ``None`` is no flag. Neither argument can be given by name.

file = tempfile.TemporaryFile()
number = file.fileno()
for end in (reading, writing):
    os.close(end)
keyword = {"inheritable": True}


def attempt(words, call):
    try:
        call()
        print(words, "is accepted")
    except OSError as error:
        print(words, "raises OSError,", errno.errorcode[error.errno])
    except TypeError:
        print(words, "raises TypeError")


#> parent | a closed number raises OSError, EBADF
attempt("a closed number", lambda: os.set_inheritable(reading, True))
attempt("asking for it", lambda: os.get_inheritable(reading))
attempt("a file object", lambda: os.set_inheritable(file, True))
attempt("None as flag", lambda: os.set_inheritable(number, None))
attempt("a keyword", lambda: os.set_inheritable(number, **keyword))

# %%
# Files and sockets
# -----------------
# Of a file take ``fileno()``. A socket has the two functions as
# methods. On Windows take those: its number is a handle there.

#> parent | fileno() is accepted
attempt("fileno()", lambda: os.set_inheritable(file.fileno(), False))
file.close()

with socket.socket() as listener:
    listener.set_inheritable(True)
    print("the socket's flag is", listener.get_inheritable())
