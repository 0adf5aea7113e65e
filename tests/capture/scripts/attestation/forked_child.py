"""
Forked child
============

A forked child speaks.
"""
# %%
import os

print("before")
if os.fork() == 0:
    print("after the fork")
    os._exit(0)
os.wait()
print("after the child")
