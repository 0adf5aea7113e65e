"""Running an example in an interpreter of its own, and attesting what it wrote."""
