"""
Kills its witness
=================

It kills the process that watches it.
"""
# %%
import os
import signal
import time

if os.fork() == 0:
    os.setsid()
    time.sleep(1000)
os.kill(os.getppid(), signal.SIGKILL)
time.sleep(1000)
