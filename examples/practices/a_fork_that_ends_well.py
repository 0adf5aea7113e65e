"""
What do I write when I have to fork?
====================================

Flush, fork, close in the child what it does not need, and leave it by
``os._exit`` in a ``finally``. Then wait for it.

Ruled by `os.fork <https://docs.python.org/3/library/os.html#os.fork>`__,
`os._exit <https://docs.python.org/3/library/os.html#os._exit>`__ and
`fork(2) <https://man7.org/linux/man-pages/man2/fork.2.html>`__.
"""

# requires: os.fork

# %%
# The snippet
# -----------
# The status stays 1 until the work is done, so an error in the child
# does not look like success. It never reaches the code of the parent.

import os
import sys
import tempfile
import traceback


def fork_a_worker(work, closes):
    sys.stdout.flush()
    if (child := os.fork()) == 0:
        status = 1
        try:
            for file in closes:
                file.close()
            work()
            sys.stdout.flush()
            status = 0
        except Exception:
            traceback.print_exc(limit=0)
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


# %%
# A worker without the secret
# ---------------------------
# It finds the file closed, and the parent still has it.

secret = tempfile.TemporaryFile(buffering=0)
secret.write(b"launch code")


def work():
    print("the secret is closed here:", secret.closed)


#> child | the secret is closed here: True
#> parent | exit status: 0
print("exit status:", fork_a_worker(work, closes=[secret]))
print("the parent reads", os.pread(secret.fileno(), 100, 0))

# %%
# A worker that fails
# -------------------
# The parent learns of it, and nothing of the parent's is run twice.


def fail():
    raise ValueError("no such job")


#> child-2 ! ValueError: no such job
#> parent | exit status: 1
print("exit status:", fork_a_worker(fail, closes=[secret]))
secret.close()
