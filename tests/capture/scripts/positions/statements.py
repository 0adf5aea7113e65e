"""
Statements
==========

Blocks begin with whatever a statement can be.
"""
# %%
from __future__ import annotations

print("one")


# %%
# A decorator, whose line is not the line of its function.
@print
def decorated(): ...


# %%
# A class, then a loop.
class Three:
    print("three")


# %%
# A loop.
for word in ("four", "four again"):
    print(word)

# %%
# Only a comment, which is no block of code.

# %%
# Two statements on one line, the first of them a string.
"not a docstring"; print("five")
