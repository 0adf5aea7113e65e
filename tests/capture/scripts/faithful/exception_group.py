"""
Exception group
===============

Several at once.
"""
# exits: 1
# %%
raise ExceptionGroup("several", [ValueError("one"), KeyError("two")])
