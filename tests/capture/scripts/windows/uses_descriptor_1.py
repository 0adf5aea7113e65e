"""
Where do marks go?
==================

Never into a file of the script.
"""

import os

saved = os.dup(1)
file = os.open("held", os.O_RDWR | os.O_CREAT | os.O_BINARY)
os.dup2(file, 1)

# %%
# Here descriptor 1 is a file

os.write(1, b"text\n")

# %%
# And here it is what it was

os.dup2(saved, 1)
os.lseek(file, 0, os.SEEK_SET)
print("the file holds", os.read(file, 99))
os.write(1, b"a bare line feed\n")
raise ValueError(os.path.abspath("held"))
