"""
Signals
=======

Which signals does it ignore, which does it hold back?.
"""
# %%
import signal

ignored = [s.name for s in signal.valid_signals() if signal.getsignal(s) == signal.SIG_IGN and hasattr(s, "name")]
print(ignored, signal.pthread_sigmask(signal.SIG_BLOCK, ()))
