"""
Sends descriptor
================

A descriptor is sent to whoever reads our output.
"""
# %%
import os
import socket

reading, writing = os.pipe()
channel = socket.socket(fileno=os.dup(1))
socket.send_fds(channel, [b"take this\n"], [writing])
os.close(writing)
print("end of file" if os.read(reading, 1) == b"" else "somebody wrote")
