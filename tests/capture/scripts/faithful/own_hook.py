"""
Own hook
========

The script has an excepthook of its own.
"""
# exits: 1
# %%
import sys
import traceback


def hook(kind, value, trace):
    print("hook:", kind.__name__, value, len(traceback.extract_tb(trace)))
    print(sys.excepthook is hook, sys.last_type is kind if hasattr(sys, "last_type") else True)


sys.excepthook = hook
raise ValueError("no good")
