"""
Takes its time
==============

It runs for two seconds.
"""
# %%
import time

time.sleep(2)
print("done")
