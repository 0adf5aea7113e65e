"""
How do I pass a pipe or a socket with multiprocessing?
======================================================

As an object. A ``Connection`` or a socket given as an argument is open
in the child. A number is only a number there.

Ruled by `multiprocessing.Pipe <https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Pipe>`__
and `Contexts and start methods <https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods>`__.
"""

# requires: subprocess

# %%
# What the child does
# -------------------
# It is a new interpreter that imports this script. The number does not
# arrive; it is high, so that it means nothing else there by chance.

import multiprocessing
import os

spawn = multiprocessing.get_context("spawn")


def use_number(number):
    try:
        os.get_inheritable(number)
        print("the number is open")
    except OSError as error:
        print("the number fails:", error.strerror)


def use_connection(connection):
    print("the connection brings", connection.recv())
    connection.send("and takes this back")


def run(work, argument):
    child = spawn.Process(target=work, args=[argument])
    child.start()
    child.join()


# %%
# A number
# --------
# Even with the flag on, ``spawn`` passes nothing by number.

if __name__ == "__main__":
    number = os.dup2(1, 100)
    #> child | the number fails: Bad file descriptor
    run(use_number, number)
    os.close(number)

# %%
# A connection
# ------------
# It is taken apart here, and put together over there, with the
# descriptor or handle sent in between.

if __name__ == "__main__":
    ours, theirs = spawn.Pipe()
    with ours, theirs:
        ours.send("a message")
        #> child-2 | the connection brings a message
        run(use_connection, theirs)
        #> parent | received: and takes this back
        print("received:", ours.recv())
