"""
May a forked child close the connection of its parent?
======================================================

It may close its copy: nobody notices. It must not shut it down. That
ends the connection for every process that has it.

Ruled by `shutdown(2)
<https://man7.org/linux/man-pages/man2/shutdown.2.html>`__,
`close(2) <https://man7.org/linux/man-pages/man2/close.2.html>`__ and
`socket.shutdown
<https://docs.python.org/3/library/socket.html#socket.socket.shutdown>`__.
"""

# requires: os.fork

# %%
# A connection and its peer
# -------------------------
# The peer is in this process too, to keep the example short.

import os
import socket


def say(connection, words):
    try:
        print("sent", connection.send(words), "bytes")
    except BrokenPipeError:
        print("cannot send: broken pipe")


# %%
# Shut down in the child
# ----------------------
# A library that says good-bye to the other side may do this, for
# instance when a worker clears away what its parent had open.

ours, peer = socket.socketpair()
child = os.fork()
if child == 0:
    ours.shutdown(socket.SHUT_RDWR)
    os._exit(0)
os.waitpid(child, 0)

#> parent | cannot send: broken pipe
say(ours, b"are you there?")
#> parent | the peer received b''
print("the peer received", peer.recv(100))
ours.close()
peer.close()

# %%
# Closed in the child
# -------------------
# The child gives back its own copy and says nothing to the other side.

ours, peer = socket.socketpair()
child = os.fork()
if child == 0:
    ours.close()
    os._exit(0)
os.waitpid(child, 0)

say(ours, b"are you there?")
#> parent | the peer received b'are you there?'
print("the peer received", peer.recv(100))
ours.close()
peer.close()
