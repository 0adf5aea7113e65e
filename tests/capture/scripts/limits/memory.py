"""
Memory
======

Too much memory.
"""
# exits: 1
# %%
bytearray(8 << 30)
