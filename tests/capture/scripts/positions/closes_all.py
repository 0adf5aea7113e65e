"""
Closes all
==========

Everything is closed in the last block.
"""
# %%
print("one")

# %%
# The last block.
import os

print("two")
os.closerange(0, 100)
