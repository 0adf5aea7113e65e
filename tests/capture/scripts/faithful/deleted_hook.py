"""
Deleted hook
============

There is no excepthook.
"""
# exits: 1
# %%
import sys

del sys.excepthook
raise ValueError("no good")
