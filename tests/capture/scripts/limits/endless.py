"""
Endless
=======

It never ends.
"""
# %%
print("one")

# %%
# The second block.
import time

time.sleep(1000)
