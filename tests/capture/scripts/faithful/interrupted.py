"""
Interrupted
===========

Somebody presses Ctrl-C.
"""
# exits: SIGINT
# %%
import os
import signal
import time

print("one")
os.kill(os.getpid(), signal.SIGINT)
time.sleep(5)
