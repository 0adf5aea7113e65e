"""
Soon gone
=========

A child that ends soon after the script.
"""
# %%
import os
import time

if os.fork() == 0:
    time.sleep(0.3)
    print("last words")
    os._exit(0)
print("done")
