"""
Unraisable
==========

An exception that nobody can catch.
"""
# %%
class Thing:
    def __del__(self):
        raise ValueError("in __del__")


Thing()
keep = Thing()
print("the script goes on")
