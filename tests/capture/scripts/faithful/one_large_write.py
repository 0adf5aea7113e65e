"""
One large write
===============

A hundred thousand lines at once.
"""
# %%
import os

print(os.write(1, b"x" * 99 + b"\n" + b"line\n" * 30000))
