"""
Unmet need
==========

It requires what is missing here.
"""
# requires: msvcrt
# %%
print("one")
