"""
Unknown need
============

It requires what nobody can probe.
"""
# requires: os.frok
# %%
print("one")
