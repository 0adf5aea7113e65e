"""
Ambiguous
=========

Both are replaced over a boundary, then somebody speaks.
"""
# %%
import os

keep = os.dup(1)
os.close(1)
os.close(2)

# %%
# The second block.
os.dup2(keep, 1)
print("where does this stand?")

# %%
# The third block.
print("here")
