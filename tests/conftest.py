"""What all tests share."""

from hypothesis import settings

# A busy machine is no failure, and nothing is kept between two runs.
settings.register_profile("calm", deadline=None, database=None)
settings.load_profile("calm")
