"""
Expression
==========

Each block ends in an expression.
"""
# %%
1 + 1

# %%
# The second block.
"a string"

# %%
# The third block.
print("three") or 3
