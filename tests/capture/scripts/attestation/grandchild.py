"""
Grandchild
==========

A child has a child.
"""
# %%
import os

if os.fork() == 0:
    if os.fork() == 0:
        print("the grandchild")
        os._exit(0)
    os.wait()
    print("the child")
    os._exit(0)
os.wait()
print("the parent")
