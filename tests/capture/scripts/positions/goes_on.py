"""
Goes on
=======

A child goes on into block 2 by itself.
"""
# %%
import os

pid = os.fork()
if pid:
    os.waitpid(pid, 0)
print("one")

# %%
# The second block.
print("two")
if pid == 0:
    os._exit(0)

# %%
# The third block.
print("three")
