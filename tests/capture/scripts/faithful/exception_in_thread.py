"""
Exception in thread
===================

A thread dies.
"""
# %%
import threading

thread = threading.Thread(target=lambda: 1 / 0, name="the thread")
thread.start()
thread.join()
print("the script goes on")
