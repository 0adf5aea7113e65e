"""
Observes marks
==============

What a script could notice of the marks.
"""
# %%
import ctypes
import errno
import os
import sys

before = os.fstat(1), os.fstat(2)
ctypes.set_errno(errno.EPERM)

# %%
# The second block.
print("errno is kept:", ctypes.get_errno() == errno.EPERM)
print("the streams are the same:", before == (os.fstat(1), os.fstat(2)))
print("names:", [name for name in globals() if not name.startswith("__")])
print("exception:", sys.exc_info()[0])
