"""
Floods
======

Fifty megabytes.
"""
# %%
for n in range(500_000):
    print("x" * 100)
