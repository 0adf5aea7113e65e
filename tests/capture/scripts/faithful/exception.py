"""
Exception
=========

An exception goes uncaught.
"""
# exits: 1
# %%
def divide(n):
    return 1 / n


# %%
# The second block.
try:
    divide(0)
except ZeroDivisionError as error:
    raise ValueError(
        "no good"
    ) from error
