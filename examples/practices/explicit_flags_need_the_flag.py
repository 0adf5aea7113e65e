"""
When do I have to turn the flag off myself?
===========================================

For the few descriptors that are born with it on: those received over a
socket, and those made by calls to which you gave flags of your own.

Ruled by `os.pipe2
<https://docs.python.org/3/library/os.html#os.pipe2>`__,
`os.memfd_create
<https://docs.python.org/3/library/os.html#os.memfd_create>`__,
`socket.recv_fds
<https://docs.python.org/3/library/socket.html#socket.recv_fds>`__ and
`MSG_CMSG_CLOEXEC in recvmsg(2)
<https://man7.org/linux/man-pages/man2/recvmsg.2.html>`__.
"""

# requires: os.pipe2
# requires: os.memfd_create
# requires: socket.send_fds

# %%
# Flags of your own
# -----------------
# ``os.pipe`` keeps children out by itself. A call that takes flags asks
# the kernel for those you wrote, and for no more.

import os
import socket
import sys

for end in os.pipe():
    print("os.pipe():", os.get_inheritable(end))
    os.close(end)

for end in os.pipe2(os.O_NONBLOCK):
    #> parent | os.pipe2(O_NONBLOCK): True
    print("os.pipe2(O_NONBLOCK):", os.get_inheritable(end))
    os.close(end)

memory = os.memfd_create("notes", os.MFD_ALLOW_SEALING)
#> parent | os.memfd_create with a flag: True
print("os.memfd_create with a flag:", os.get_inheritable(memory))

# %%
# The repair
# ----------
# Add the flag to your own. It is set in the same call, so no other
# thread can start a child in between.

for end in os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC):
    #> parent | with O_CLOEXEC: False
    print("with O_CLOEXEC:", os.get_inheritable(end))
    os.close(end)

# %%
# Received from another process
# -----------------------------
# What comes over a socket is inheritable too. Turn it off at once, or
# receive with ``recvmsg``, which takes the flag and leaves no moment.

ours, theirs = socket.socketpair()
with ours, theirs:
    for _ in range(2):
        socket.send_fds(ours, [b"take this"], [memory])
    _, (received,), _, _ = socket.recv_fds(theirs, 9, 1)
    _, [(_, _, number)], _, _ = theirs.recvmsg(
        9, socket.CMSG_LEN(4), socket.MSG_CMSG_CLOEXEC
    )
also_received = int.from_bytes(number, sys.byteorder)

#> parent | received: True
print("received:", os.get_inheritable(received))
os.set_inheritable(received, False)
print("after turning it off:", os.get_inheritable(received))
#> parent | by recvmsg: False
print("by recvmsg:", os.get_inheritable(also_received))

for descriptor in (received, also_received, memory):
    os.close(descriptor)
