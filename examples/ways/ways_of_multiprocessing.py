"""
Which descriptors does multiprocessing pass on?
===============================================

With the start method ``fork`` all of them, with ``spawn`` and
``forkserver`` none. Python 3.14 changed the default on Linux from
``fork`` to ``forkserver``.

Ruled by `Contexts and start methods <https://docs.python.org/3/library/
multiprocessing.html#contexts-and-start-methods>`__.
Version by version: :doc:`/reference/forking`.
"""

# requires: os.fork
# requires: /dev/fd

# %%
# The question
# ------------
# Each method is tried twice. The child looks for a descriptor with a
# number so high that it cannot have opened that one by itself.

import multiprocessing
import os

NUMBER = 200


def answer(method, flag):
    """Runs in the child."""
    found = os.path.exists(f"/dev/fd/{NUMBER}")
    is_ = "open" if found else "closed"
    print(f"multiprocessing {method} | flag {flag} | {is_}")


def ask(method):
    """Start a child by this method, with the flag off and on."""
    context = multiprocessing.get_context(method)
    for flag in ("off", "on"):
        os.dup2(0, NUMBER, inheritable=flag == "on")
        child = context.Process(target=answer, args=(method, flag))
        child.start()
        child.join()
        os.close(NUMBER)


# %%
# fork
# ----
# A copy of the parent: everything that is open stays open.

if __name__ == "__main__":
    #> child | multiprocessing fork | flag off | open
    ask("fork")

# %%
# spawn
# -----
# A new interpreter, which gets only what it needs to begin. It imports
# this script, so what may run in the parent alone stands under a guard.

if __name__ == "__main__":
    #> child-4 | multiprocessing spawn | flag on | closed
    ask("spawn")

# %%
# forkserver
# ----------
# The children are forked, but from a server process that is started
# like the children of ``spawn`` and has nothing of the parent's.

if __name__ == "__main__":
    #> child-6 | multiprocessing forkserver | flag on | closed
    ask("forkserver")
