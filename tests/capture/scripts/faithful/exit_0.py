"""
Exit 0
======

An early end.
"""
# %%
import sys

print("one")
sys.exit(0)

# %%
# Never reached.
print("two")
