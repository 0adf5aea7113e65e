"""
Waits for input
===============

It waits for a process that waits for it.
"""
# %%
import os

reading, writing = os.pipe()
print("reads")
os.read(reading, 1)
