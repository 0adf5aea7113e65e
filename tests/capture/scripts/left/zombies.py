"""
Zombies
=======

Children that nobody waits for.
"""
# %%
import os
import time

for n in range(3):
    if os.fork() == 0:
        os._exit(0)
print("done")
