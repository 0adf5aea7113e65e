"""Sentences about behaviour on narrative pages, each with the lines that show it."""
