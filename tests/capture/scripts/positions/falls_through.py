"""
Falls through
=============

A child falls through to the end.
"""
# %%
import os

pid = os.fork()

# %%
# The second block.
if pid:
    os.waitpid(pid, 0)
print("at the end")
