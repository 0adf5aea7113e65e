"""
Raises
======

An exception that nobody announced.
"""
# %%
print("one")


# %%
# The second block.
def divide(n):
    return 1 / n


divide(0)
