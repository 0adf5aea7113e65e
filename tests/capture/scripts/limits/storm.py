"""
Storm
=====

Five hundred processes that fork again when they can.
"""
# %%
import os
import time

for n in range(500):
    if os.fork() == 0:
        time.sleep(100)
        os._exit(0)
print("five hundred")
time.sleep(100)
