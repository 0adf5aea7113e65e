"""
Floods in silence
=================

Fifty megabytes in large pieces, by a child.
"""
# %%
import os
import time

if os.fork() == 0:
    for n in range(500):
        os.write(2, b"y" * 100_000 + b"\n")
time.sleep(100)
