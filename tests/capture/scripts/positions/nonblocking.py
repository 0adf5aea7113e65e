"""
Nonblocking
===========

Descriptor 1 does not block.
"""
# %%
import os

os.set_blocking(1, False)
print("one")

# %%
# The second block.
print("two")
for n in range(300):
    print(n)

# %%
# The third block.
print("three")
