"""
Spawned
=======

Programs started without a fork of ours.
"""
# %%
import os

program = ["/bin/echo", "spawned"]
os.waitpid(os.posix_spawn(program[0], program, os.environ), 0)
print("the script")
