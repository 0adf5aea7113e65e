"""
Too large write
===============

A single write is larger than any datagram.
"""
# exits: 1
# %%
import os

os.write(1, b"x" * (64 << 20))
