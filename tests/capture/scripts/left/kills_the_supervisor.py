"""
Kills the supervisor
====================

It kills the process above the one that watches it.
"""
# %%
import os
import signal
import time

with open("/proc/%d/stat" % os.getppid()) as stat:
    above = int(stat.read().rpartition(")")[2].split()[1])
if os.fork() == 0:
    os.setsid()
    time.sleep(1000)
os.kill(above, signal.SIGKILL)
time.sleep(1000)
