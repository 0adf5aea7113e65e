"""
Broken hook
===========

An excepthook that raises.
"""
# exits: 1
# %%
import sys


def hook(kind, value, trace):
    raise KeyError("in the hook")


sys.excepthook = hook
raise ValueError("no good")
