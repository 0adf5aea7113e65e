"""
Late child
==========

A child of block 1 speaks while the parent is in block 3.
"""
# %%
import os

reading, writing = os.pipe()
if os.fork() == 0:
    os.close(writing)
    os.read(reading, 1)
    print("late")
    os._exit(0)

# %%
# The second block.
print("second")

# %%
# The third block.
print("third, before")
os.close(writing)
os.wait()
print("third, after")
