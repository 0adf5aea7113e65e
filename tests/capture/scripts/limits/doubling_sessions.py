"""
Doubling sessions
=================

Processes double, each in a session of its own.
"""
# %%
import os
import time

# Bounded on purpose: without a limit there would be 512 of them.
for n in range(9):
    if os.fork() == 0:
        os.setsid()
time.sleep(100)
