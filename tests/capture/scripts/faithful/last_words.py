"""
Last words
==========

What is left speaks when the interpreter ends.
"""
# %%
import atexit


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self, print=print):
        print("the end of", self.name)


first = Thing("first")
cycle = Thing("a cycle")
cycle.itself = cycle
atexit.register(print, "at exit")

# %%
# The second block.
second = Thing("second")
