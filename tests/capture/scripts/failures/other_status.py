"""
Other status
============

It ends with a status that nobody announced.
"""
# %%
import sys

print("one")

# %%
# The second block.
sys.exit(3)
