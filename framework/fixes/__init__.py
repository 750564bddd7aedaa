"""Apply the fixes that findings carry, as long as that leaves less wrong than before."""

from framework.fixes.mend import Mended, mend

__all__ = ["Mended", "mend"]
