"""
Locks its folder
================

It leaves folders that cannot be entered.
"""
# %%
import os

os.makedirs("a/b/c")
with open("a/b/c/file", "w"):
    pass
for folder in ("a/b/c", "a/b", "a", "."):
    os.chmod(folder, 0)
print("done")
