"""
Without newline
===============

A line without an end, then another block.
"""
# %%
print("one", end="")

# %%
# The second block.
print("two", end="")
