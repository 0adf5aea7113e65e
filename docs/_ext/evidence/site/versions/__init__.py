"""Tables of versions: which Python on which platform does what."""
