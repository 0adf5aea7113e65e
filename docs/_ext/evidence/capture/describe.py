"""Say in JSON what machine and what Python this is.

A program for any interpreter (standard library, Python 3.6 and later), and a module
for our own. A platform is known by asking the interpreter, never from a file name.
"""

import json
import os
import platform
import sys


def wine_version():
    """``8.0`` under Wine, None on real Windows (ntdll exports it only there)."""
    import ctypes

    ask = getattr(ctypes.WinDLL("ntdll"), "wine_get_version", None)
    if ask is None:
        return None
    ask.restype = ctypes.c_char_p
    return ask().decode()


def windows():
    """Without what asks WMI, as platform.machine() does: that ends it under Wine."""
    version, wine = sys.getwindowsversion(), wine_version()
    kernel = "%d.%d.%d" % (version.major, version.minor, version.build)
    name = "Windows %d" % version.major
    facts = {"name": "windows", "system": name, "kernel": kernel, "libc": "ucrt"}
    if wine is not None:
        system = "%s as Wine %s plays it" % (name, wine)
        facts.update(name="windows-wine", system=system, libc="Wine's own")
    return dict(facts, machine=os.environ.get("PROCESSOR_ARCHITECTURE", "unknown"))


def posix():
    """Linux, macOS and the others."""
    name = {"darwin": "macos"}.get(sys.platform, sys.platform)
    word = {"darwin": "macOS", "linux": "Linux"}.get(sys.platform, platform.system())
    release = platform.mac_ver()[0] or platform.release()
    return {
        "name": name,
        "system": "%s %s" % (word, ".".join(release.split("-")[0].split(".")[:2])),
        "kernel": platform.release(),
        "libc": " ".join(platform.libc_ver()).strip() or "system",
        "machine": platform.machine(),
    }


def describe() -> "dict[str, str]":
    """name, system, kernel, libc, python, and what else tells two Pythons apart."""
    facts = windows() if sys.platform == "win32" else posix()
    python = "%s %s" % (platform.python_implementation(), platform.python_version())
    return dict(
        facts,
        python=python,
        build=sys.version,
        executable=sys.executable,
        prefix=sys.prefix,
        base_prefix=sys.base_prefix,
    )


if __name__ == "__main__":
    print(json.dumps(describe(), sort_keys=True))
