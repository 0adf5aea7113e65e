"""
Syntax error
============

A script that Python cannot read.
"""
# exits: 1
# %%
print("never printed")

# %%
# The error.
print("never closed"
