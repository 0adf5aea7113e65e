"""
Ignores signals
===============

A child that ignores whatever it can.
"""
# %%
import os
import signal
import time

reading, writing = os.pipe()
if os.fork() == 0:
    for signum in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
        try:
            signal.signal(signum, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    os.write(writing, b"x")
    while True:
        time.sleep(1000)
os.read(reading, 1)
print("done")
