"""
Annotated
=========

Annotations of the module.
"""
# %%
x: int = 1

# %%
# The second block.
y: str = "a"
print(__annotations__)
