"""
Doubling
========

Processes double, nine times and no more.
"""
# %%
import os
import time

# Bounded on purpose: without a limit there would be 512 of them.
for n in range(9):
    os.fork()
time.sleep(100)
