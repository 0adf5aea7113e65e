"""Run a script as ``python script.py`` would, and mark where its blocks begin.

``python bootstrap.py SCRIPT TOKEN LINE,LINE…``: the lines are those at which the
second block and the following ones begin. A mark is one ``write()`` to descriptor 1
or 2, ``NUL TOKEN what block pid lost NUL``, made by the process that crosses a
boundary; ``lost`` names the marks that this process could not write, each as
block:nanoseconds.

A program of its own, never imported. Standard library of Python 3.6 and later only,
and as few modules as can be, because the script can see which are loaded.
"""


def start():
    """Everything is local to this function, so that ``__main__`` stays the script's."""
    import _ast
    import builtins
    import os
    import sys
    import time

    script, token, lines = sys.argv[1], b"\0" + sys.argv[2].encode(), sys.argv[3]
    boundaries = [int(line) for line in lines.split(",") if line]
    main = vars(sys.modules["__main__"])
    here, name = main["__file__"], "<block boundary>"
    position = [1]  # the block in which this process is
    lost = []  # marks that this process could not write

    def identity(descriptor):
        try:
            status = os.fstat(descriptor)
        except OSError:
            return None
        return status.st_dev, status.st_ino

    def windows_identity():
        """As fstat tells nothing of sockets and pipes there: compare the objects."""
        import _winapi
        import ctypes
        import msvcrt

        compare = ctypes.WinDLL("kernelbase").CompareObjectHandles
        compare.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        us = _winapi.GetCurrentProcess()
        kept = []
        for descriptor in (1, 2):  # copies stay, whatever the script does with these
            handle = msvcrt.get_osfhandle(descriptor)
            kept.append(_winapi.DuplicateHandle(us, handle, us, 0, False, 2))

        def identity(descriptor):
            try:
                handle = msvcrt.get_osfhandle(descriptor)
            except OSError:
                return None
            return next((own for own in kept if compare(own, handle)), None)

        return identity

    if sys.platform == "win32":
        identity = windows_identity()
    channels = {identity(1), identity(2)} - {None}

    def mark(what, block):
        """Never blocks for good, raises or flushes: a mark may be missing."""
        position[0] = block
        told = b",".join(lost)
        words = b" ".join((token, what, b"%d" % block, b"%d" % os.getpid(), told))
        for descriptor in (1, 2):
            if identity(descriptor) in channels and write(descriptor, words + b"\0"):
                del lost[:]
                return
        lost.append(b"%d:%d" % (block, time.time() * 1e9))

    def write(descriptor, words):
        """Try for a moment where the script made the channel non-blocking."""
        for _ in range(50):
            try:
                return os.write(descriptor, words)
            except BlockingIOError:
                time.sleep(0.001)
            except OSError:
                return 0
        return 0

    def born():
        del lost[:]
        mark(b"born", position[0])

    def boundary(block, line):
        """``<block boundary>(block)`` as a statement, at the line of its block."""
        call = _ast.Call(
            func=_ast.Name(id=name, ctx=_ast.Load()),
            args=[
                _ast.Constant(value=block, kind=None) if constant else _ast.Num(block)
            ],
            keywords=[],
        )
        statement = _ast.Expr(value=call)
        for node in (statement, call, call.func, call.args[0]):
            node.lineno = node.end_lineno = line
            node.col_offset = node.end_col_offset = 0
        return statement

    constant = sys.version_info >= (3, 8)

    def first_line(statement):
        decorators = getattr(statement, "decorator_list", [])
        return min([statement.lineno] + [each.lineno for each in decorators])

    def compiled():
        """The whole script as one code object, with a call before each block."""
        with open(script, "rb") as file:
            tree = compile(file.read(), script, "exec", 0x400, dont_inherit=True)
        for block, line in reversed(list(enumerate(boundaries, 2))):
            for index, statement in enumerate(tree.body):
                if first_line(statement) >= line:
                    tree.body.insert(index, boundary(block, statement.lineno))
                    break
        return compile(tree, script, "exec", dont_inherit=True)

    def trimmed(error):
        """Take our frames out of an exception's traceback, and return that."""
        trace = error.__traceback__
        while trace and trace.tb_frame.f_code.co_filename == here:
            trace = trace.tb_next
        error.__traceback__ = trace
        return trace

    def without_bootstrap(hook):
        """An excepthook that calls the script's own, as if we were not there."""

        def report(kind, value, _):
            trace = sys.last_traceback = trimmed(value)
            sys.excepthook = hook
            try:
                hook(kind, value, trace)
            except Exception as error:  # in the words of the interpreter itself
                error.__context__ = None
                sys.stderr.write("Error in sys.excepthook:\n")
                sys.__excepthook__(type(error), error, trimmed(error))
                sys.stderr.write("\nOriginal exception was:\n")
                sys.__excepthook__(kind, value, trace)

        return report

    def missing(kind, value, trace):
        """Where the script deleted its hook: as the interpreter says it."""
        sys.stderr.write("sys.excepthook is missing\n")
        sys.__excepthook__(kind, value, trace)

    def run():
        try:
            exec(compiled(), main)  # noqa: S102 (to run the script is what this is for)
        except BaseException:
            # Raised on, so that the interpreter itself does what follows: the
            # exit status, death by SIGINT, the order of atexit.
            sys.excepthook = without_bootstrap(getattr(sys, "excepthook", missing))
            raise
        finally:
            if lost:
                mark(b"end", position[0])

    setattr(builtins, name, lambda block: mark(b"at", block))
    if hasattr(os, "register_at_fork"):  # not on 3.6
        os.register_at_fork(after_in_child=born)
    sys.argv[:] = [script]
    if not sys.flags.isolated:  # then it does not begin with the script's folder
        sys.path[0] = os.path.dirname(script)
    del main["start"]
    del sys.modules["_ast"]
    main.update(__doc__=None, __file__=script)
    main["__loader__"] = type(main["__loader__"])("__main__", script)
    run()


# With globals of its own: our functions stay until the interpreter ends, and would
# keep those of ``__main__`` alive, whose objects then could no longer print.
type(start)(start.__code__, {"__builtins__": __builtins__})()
