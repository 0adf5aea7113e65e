"""
Daemon
======

A daemon forks twice and has a session of its own.
"""
# %%
import os
import time

if os.fork() == 0:
    os.setsid()
    if os.fork():
        os._exit(0)
    os.chdir("/")
    for descriptor in (0, 1, 2):
        os.close(descriptor)
    time.sleep(1000)
os.wait()
print("done")
