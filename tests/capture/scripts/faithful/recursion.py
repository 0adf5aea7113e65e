"""
Recursion
=========

Too deep.
"""
# %%
def deeper(n):
    return deeper(n + 1)


try:
    deeper(0)
except RecursionError as error:
    print(type(error).__name__)
