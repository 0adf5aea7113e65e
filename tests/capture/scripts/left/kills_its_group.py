"""
Kills its group
===============

It kills its whole process group.
"""
# exits: SIGKILL
# %%
import os
import signal

print("one")
os.killpg(0, signal.SIGKILL)
