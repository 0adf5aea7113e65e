"""
How do I keep a secret from a forked worker?
============================================

Close it in the child before anything else runs there, or open it after
the fork. Closing it in the child takes nothing from the parent.

Ruled by `close(2) <https://man7.org/linux/man-pages/man2/close.2.html>`__
and `os.register_at_fork
<https://docs.python.org/3/library/os.html#os.register_at_fork>`__.
The problem: :doc:`fork_copies_the_secret`.
What it does not stop: :doc:`flag_is_not_access_control`.
"""

# requires: os.fork

# %%
# The worker
# ----------
# It tries to read the secret by its number.

import os
import tempfile

secret = tempfile.TemporaryFile(buffering=0)
secret.write(b"launch code")
number = secret.fileno()


def work(name):
    try:
        print(name, "reads", os.pread(number, 11, 0))
    except OSError as error:
        print(name, "cannot read:", error.strerror)


# %%
# Closed by hand
# --------------
# The first statement of the child closes its own copy.

child = os.fork()
if child == 0:
    secret.close()
    #> child | the worker cannot read: Bad file descriptor
    work("the worker")
    os._exit(0)
os.waitpid(child, 0)
#> parent | the parent reads b'launch code'
work("the parent")

# %%
# Closed at each fork
# -------------------
# A library that does not see the fork can register what to close. It
# runs in each child that ``os.fork`` makes, before ``os.fork`` returns.

os.register_at_fork(after_in_child=secret.close)

child = os.fork()
if child == 0:
    #> child-2 | the next worker cannot read: Bad file descriptor
    work("the next worker")
    os._exit(0)
os.waitpid(child, 0)
work("the parent")
secret.close()
