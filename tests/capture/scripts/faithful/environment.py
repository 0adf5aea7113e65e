"""
Environment
===========

What does it find there?.
"""
# %%
import os

print(sorted(os.environ))
with open("/proc/%d/environ" % os.getppid()) as environment:
    print("of the process above:", repr(environment.read()))
