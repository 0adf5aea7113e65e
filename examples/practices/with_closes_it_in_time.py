"""
How do I clean up so that no child gets an old file?
====================================================

Open it in a ``with``, and start the child after that. What is closed
cannot be copied, not even by a fork, and an error closes it as well.

Ruled by `the with statement <https://docs.python.org/3/reference/compound_stmts.html#the-with-statement>`__,
`contextlib.ExitStack <https://docs.python.org/3/library/contextlib.html#contextlib.ExitStack>`__
and `fork(2) <https://man7.org/linux/man-pages/man2/fork.2.html>`__.
"""

# requires: os.fork

# %%
# A worker that looks
# -------------------
# It is forked, so it has all that is open at that moment.

import os
import tempfile
from contextlib import ExitStack, closing


def fork_a_worker(what, number):
    if (worker := os.fork()) == 0:
        try:
            os.fstat(number)
            print(what, "is open in the worker")
        except OSError as error:
            print(what, "is not:", error.strerror)
        os._exit(0)
    os.waitpid(worker, 0)


# %%
# A file that was read and forgotten
# ----------------------------------
# Nobody needs it any more, and the worker has it.

forgotten = tempfile.TemporaryFile()
#> child | a forgotten file is open in the worker
fork_a_worker("a forgotten file", forgotten.fileno())
forgotten.close()

# %%
# A file in a with
# ----------------
# It is closed where the block ends, here by an error.

try:
    with tempfile.TemporaryFile() as file:
        number = file.fileno()
        raise ValueError("something went wrong")
except ValueError as error:
    print("while the file was open", error)
#> child-2 | a file in a with is not: Bad file descriptor
fork_a_worker("a file in a with", number)

# %%
# Plain numbers
# -------------
# A pipe has no ``with`` of its own. Give its ends to something that has
# one, or to a stack that closes them in the end.

with ExitStack() as stack:
    reading, writing = os.pipe()
    stack.callback(os.close, writing)
    pipe = stack.enter_context(closing(open(reading, "rb")))
#> child-3 | a pipe in a stack is not: Bad file descriptor
fork_a_worker("a pipe in a stack", reading)
