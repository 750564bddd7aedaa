"""The bounds that stop hostile files early; documented in the guide with these numbers."""

MAX_BYTES = 8 * 1024 * 1024  # of one file
MAX_DEPTH = 64  # nested collections
MAX_NODES = 200_000  # scalars and collections of one file
MAX_NAME = 128  # characters of a key
MAX_TYPE = 256  # characters of a type expression
MAX_DIGITS = 40  # of a number; a longer one stays text
