"""
Busy
====

It never rests.
"""
# %%
import time

end = time.monotonic() + 100
while time.monotonic() < end:
    pass
