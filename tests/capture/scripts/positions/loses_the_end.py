"""
Loses the end
=============

Everything is closed before the last block.
"""
# %%
import os

print("one")
os.closerange(0, 100)

# %%
# The last block.
os.getpid()
