"""
Silent
======

Nothing is printed.
"""
# %%
x = 1

# %%
# Nothing here either.
y = 2
