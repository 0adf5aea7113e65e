"""
Why is my temporary folder gone after a fork?
=============================================

Because the child has a copy of every clean-up that waits for the end of
the program, and runs it when it ends. ``os._exit`` ends it without.

Ruled by `os._exit <https://docs.python.org/3/library/os.html#os._exit>`__,
`atexit <https://docs.python.org/3/library/atexit.html>`__ and
`TemporaryDirectory
<https://docs.python.org/3/library/tempfile.html#tempfile.TemporaryDirectory>`__.
"""

# requires: os.fork

# %%
# A folder, and something to do at the end
# ----------------------------------------
# Both are meant to be cleaned up once, when the program ends.

import atexit
import os
import sys
import tempfile

folder = tempfile.TemporaryDirectory()
atexit.register(print, "cleaning up")

# %%
# A child that ends like a program
# --------------------------------
# ``sys.exit`` runs what was registered, and removes the folder that the
# parent still uses.

child = os.fork()
if child == 0:
    #> child | cleaning up
    sys.exit()
os.waitpid(child, 0)
#> parent | my folder is there: False
print("my folder is there:", os.path.isdir(folder.name))

# %%
# A child that just ends
# ----------------------
# ``os._exit`` in a ``finally`` is reached whatever happens in the
# child, and leaves the clean-up to the parent.

folder = tempfile.TemporaryDirectory()

child = os.fork()
if child == 0:
    try:
        print("working in the folder:", os.path.isdir(folder.name))
    finally:
        os._exit(0)
os.waitpid(child, 0)
#> parent | my folder is there: True
print("my folder is there:", os.path.isdir(folder.name))
folder.cleanup()
