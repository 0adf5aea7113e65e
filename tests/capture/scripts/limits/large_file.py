"""
Large file
==========

A file grows too large.
"""
# %%
with open("file", "wb") as file:
    file.seek(65 << 20)
    file.write(b"x")
