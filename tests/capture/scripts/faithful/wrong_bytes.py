"""
Wrong bytes
===========

An indentation that Python cannot read.
"""
# exits: 1
# %%
if True:
print("here")
