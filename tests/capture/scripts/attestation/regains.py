"""
Regains
=======

A child of root asks for its capability back.
"""
# %%
import ctypes
import os
import struct

capset = ctypes.CDLL(None, use_errno=True).capset
header = struct.pack("Ii", 0x20080522, 0)
everything = struct.pack("6I", *[0xFFFFFFFF] * 6)
print("refused" if capset(header, everything) else "given")
bounding = int(open("/proc/self/status").read().split("CapBnd:")[1].split()[0], 16)
print("CAP_SYS_ADMIN is", "there" if bounding >> 21 & 1 else "gone")
