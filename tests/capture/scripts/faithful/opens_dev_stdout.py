"""
Opens dev stdout
================

Standard output is opened by its name.
"""
# %%
with open("/dev/stdout", "w") as stream:
    print("by name", file=stream)
