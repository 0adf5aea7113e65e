"""
No newline
==========

The last line has no end.
"""
# %%
print("one")
print("two", end="")
