"""The pytest plugin: one test for each example, one for each point of its author."""
