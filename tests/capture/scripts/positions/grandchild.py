"""
Grandchild
==========

A grandchild is born in block 2 and speaks in block 3.
"""
# %%
import os

reading, writing = os.pipe()
pid = os.fork()

# %%
# The second block.
if pid == 0 and os.fork() == 0:
    os.close(writing)
    os.read(reading, 1)
    print("born in two")
    os._exit(0)

# %%
# The third block.
os.close(writing)
if pid == 0:
    os.wait()
    print("went on to three")
    os._exit(0)
os.waitpid(pid, 0)
print("the parent")
