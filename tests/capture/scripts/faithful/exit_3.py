"""
Exit 3
======

A status.
"""
# exits: 3
# %%
import sys

sys.exit(3)
