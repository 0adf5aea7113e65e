"""
Restored
========

Descriptor 1 is replaced, and restored in a later block.
"""
# %%
import os

keep = os.dup(1)
print("shown")
os.dup2(os.open("file", os.O_WRONLY | os.O_CREAT), 1)

# %%
# The second block.
print("goes to the file")

# %%
# The third block.
print("on the other stream", file=__import__("sys").stderr)
os.dup2(keep, 1)
print("shown again")
print("the file has", open("file").read(), end="")
