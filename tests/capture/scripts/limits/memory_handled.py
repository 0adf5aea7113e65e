"""
Memory handled
==============

Too much memory, and a script that expects it.
"""
# %%
try:
    bytearray(8 << 30)
except MemoryError:
    print("no such room")
