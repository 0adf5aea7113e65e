"""
Does the flag exist for pipes, sockets and directories too?
===========================================================

Yes. It belongs to the descriptor and not to what stands behind it, so
every kind has it: it is off at first and can be turned on.

Ruled by `os.set_inheritable
<https://docs.python.org/3/library/os.html#os.set_inheritable>`__ and
`open(2), O_PATH <https://man7.org/linux/man-pages/man2/open.2.html>`__.
"""

# requires: os.O_PATH

# %%
# Off, on
# -------
# An event queue is no file at all, and still has a descriptor.

import os
import select
import socket


def tell(kind, descriptor):
    before = os.get_inheritable(descriptor)
    os.set_inheritable(descriptor, True)
    print(f"{kind}: {before}, then {os.get_inheritable(descriptor)}")


folder = os.open(".", os.O_RDONLY)
reading, writing = os.pipe()
listener = socket.socket()
queue = select.epoll()

#> parent | a directory: False, then True
tell("a directory", folder)
tell("a pipe", reading)
tell("a socket", listener.fileno())
tell("an event queue", queue.fileno())

# %%
# A place that is not open
# ------------------------
# ``O_PATH`` names a place in the file system and opens nothing there.
# Reading is refused, and so is much else. The flag is not.

place = os.open(".", os.O_PATH)
#> parent | a place: False, then True
tell("a place", place)

queue.close()
listener.close()
for descriptor in (folder, reading, writing, place):
    os.close(descriptor)
