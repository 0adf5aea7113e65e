"""
Empty write
===========

Nothing is written.
"""
# %%
import os

print(os.write(1, b""))
print(end="")
print("one")
