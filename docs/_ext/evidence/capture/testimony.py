"""What a run finds and may use, and what was witnessed of it."""

from __future__ import annotations

from dataclasses import dataclass

ENVIRONMENT = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "LC_ALL": "C.UTF-8",
    "PYTHONUNBUFFERED": "1",
    "PYTHONUTF8": "1",
    "PYTHONNOUSERSITE": "1",
}
"""All that an example and its children find; HOME and TMPDIR are added for each run."""


@dataclass(frozen=True)
class Limits:
    """What one run may use."""

    seconds: float = 10.0
    """Of time, until the script itself has ended."""
    output: int = 1_000_000
    """Bytes written, both streams together."""
    processes: int = 256
    """Alive at a time, counted by the supervisor."""
    memory: int = 4 << 30
    """Bytes of address space of each process (setrlimit(2) RLIMIT_AS)."""
    file: int = 64 << 20
    """Bytes of each file written (RLIMIT_FSIZE)."""
    grace: float = 1.0
    """Seconds in which all else must have ended after the script."""


@dataclass(frozen=True)
class Segment:
    """One ``write()``, as attested."""

    time: int
    """The kernel's, in nanoseconds."""
    pid: int
    """Of the process that wrote, or 0 where nothing attests."""
    stream: int
    """Descriptor number, 1 or 2."""
    data: bytes


@dataclass(frozen=True)
class Testimony:
    """One run as it was witnessed."""

    segments: tuple[Segment, ...]
    """In the order of the kernel's time."""
    main: int
    """Pid of the script's own process."""
    status: int
    """Exit status, or minus the number of the signal that ended it."""
    folder: str
    """Where the run's own folders were."""
    limit: str = ""
    """``time``, ``output``, ``processes``: the limit that ended it, or ""."""
    left: tuple[str, ...] = ()
    """Command lines of the processes that were alive after the grace."""
    pid_max: int = 1 << 22
    """Where the kernel's pids begin anew."""
    attested_by: str = "SCM_CREDENTIALS"
    """What named the writers, or ``nobody``."""
