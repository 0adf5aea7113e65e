"""What an example, a transcript and a record are. Imports neither Sphinx nor pytest."""
