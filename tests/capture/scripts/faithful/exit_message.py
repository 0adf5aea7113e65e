"""
Exit message
============

A message and a status.
"""
# exits: 1
# %%
import atexit
import sys

atexit.register(print, "at exit")
sys.exit("I give up")
