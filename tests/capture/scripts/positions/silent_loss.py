"""
Silent loss
===========

Both are replaced over a boundary, and nobody speaks before the next.
"""
# %%
import os

keep = os.dup(1), os.dup(2)
print("one")
for descriptor in (1, 2):
    os.close(descriptor)

# %%
# The second block.
print_nothing = None

# %%
# The third block.
os.dup2(keep[0], 1)
os.dup2(keep[1], 2)

# %%
# The fourth block.
print("four")
