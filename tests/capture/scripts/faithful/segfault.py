"""
Segfault
========

The interpreter dies.
"""
# exits: SIGSEGV
# %%
import os
import signal

print("one", flush=True)
os.kill(os.getpid(), signal.SIGSEGV)
