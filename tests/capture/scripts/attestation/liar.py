"""
Liar
====

A child says that it is the parent.
"""
# %%
import os

if os.fork() == 0:
    print("I am the parent")
    os._exit(0)
os.wait()
print("I am the parent")
