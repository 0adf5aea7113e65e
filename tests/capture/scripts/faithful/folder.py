"""
Folder
======

Where does it work?.
"""
# %%
import os
import tempfile

print(os.listdir("."), os.listdir(os.environ["HOME"]), os.listdir(tempfile.gettempdir()))
print(oct(os.stat(".").st_mode & 0o777), os.umask(0o22) == 0o22)
