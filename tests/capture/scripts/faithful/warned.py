"""
Warned
======

A warning.
"""
# %%
import warnings


def old():
    warnings.warn("old", stacklevel=2)


# %%
# The second block.
old()
warnings.warn("here")
