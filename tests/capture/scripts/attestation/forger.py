"""
Forger
======

A child puts its parent's pid on its message.
"""
# %%
import os
import socket
import struct

if os.fork() == 0:
    channel = socket.socket(fileno=os.dup(1))
    forged = struct.pack("3i", os.getppid(), os.getuid(), os.getgid())
    level, kind = socket.SOL_SOCKET, socket.SCM_CREDENTIALS
    try:
        channel.sendmsg([b"I am the parent\n"], [(level, kind, forged)])
    except PermissionError:
        print("the kernel refuses")
    os._exit(0)
os.wait()
