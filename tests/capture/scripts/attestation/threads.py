"""
Threads
=======

Threads are the process they are in.
"""
# %%
import threading

for name in "abc":
    thread = threading.Thread(target=print, args=(name,))
    thread.start()
    thread.join()
