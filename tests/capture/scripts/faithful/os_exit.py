"""
Os exit
=======

An end without clean-up.
"""
# exits: 4
# %%
import atexit
import os

atexit.register(print, "never printed")
print("one")
os._exit(4)
