"""The only part of the compiler that writes: what is to be, what is there, and the way between."""
