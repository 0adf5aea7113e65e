"""
Announced status
================

It announces another status.
"""
# exits: 3
# %%
print("one")
