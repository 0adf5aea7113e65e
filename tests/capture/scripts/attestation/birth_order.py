"""
Birth order
===========

The younger child speaks first.
"""
# %%
import os

reading, writing = os.pipe()
if os.fork() == 0:
    os.close(writing)
    os.read(reading, 1)
    print("born first")
    os._exit(0)
os.close(reading)
if os.fork() == 0:
    print("born second")
    os._exit(0)
os.wait()
os.close(writing)
os.wait()
