"""
Which descriptors are inheritable from the start?
=================================================

Since Python 3.4 nearly none. The exceptions are the three standard
streams, what was open before Python started, and what ``dup2`` makes.

Ruled by `PEP 446 <https://peps.python.org/pep-0446/>`__ and
`Inheritance of File Descriptors
<https://docs.python.org/3/library/os.html#fd-inheritance>`__.
Version by version: :doc:`/reference/born`.
"""

# %%
# What Python opens
# -----------------
# Files, pipes and copies: not one of them reaches a program that is
# started, unless somebody turns its flag on or names it.

import os
import socket
import tempfile
from contextlib import closing


def tell(what, descriptor):
    print(f"{what}:", os.get_inheritable(descriptor))


with open(__file__, "rb") as file:
    #> parent | open: False
    tell("open", file.fileno())
    copy = os.dup(file.fileno())
    tell("os.dup", copy)

with tempfile.TemporaryFile() as file:
    tell("tempfile", file.fileno())

reading, writing = os.pipe()
tell("os.pipe", reading)

# %%
# What the network brings
# -----------------------
# A listening socket and each connection that it accepts are born with
# the flag off, even if the listener's own flag is on.

with closing(socket.create_server(("127.0.0.1", 0))) as listener:
    print("listener:", listener.get_inheritable())
    listener.set_inheritable(True)
    client = socket.create_connection(listener.getsockname())
    accepted, _ = listener.accept()
    #> parent | accepted connection: False
    print("accepted connection:", accepted.get_inheritable())
    client.close()
    accepted.close()

# %%
# The exceptions
# --------------
# Standard streams are meant for children. ``dup2`` is made for putting
# something in the place of one, so its copies are inheritable.

tell("standard error", 2)
#> parent | os.dup2: True
tell("os.dup2", os.dup2(reading, writing))

os.close(reading)
os.close(writing)
os.close(copy)
