"""What lies in the memory of a process stays there: no core file is written, and no other program may look in.

A server holds the cookies and texts of the last requests for a while, in places that Python does not overwrite.
"""

import ctypes
import os
import resource
import sys

# From <linux/prctl.h>.
PR_GET_DUMPABLE, PR_SET_DUMPABLE = 3, 4


def own_files() -> None:
    """Whatever this process and its children make from now on is for their user only."""
    os.umask(0o077)


def keep_private() -> None:
    """Files too. For this process and those that it forks; a program that it starts has to do it again.

    Raises OSError when Linux refuses. Elsewhere only core files are switched off.
    """
    own_files()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux" and _prctl(PR_SET_DUMPABLE):
        raise OSError("The memory of this process cannot be closed to others.")


def is_private() -> bool:
    """True after `keep_private`, and in what was forked since."""
    closed = sys.platform != "linux" or _prctl(PR_GET_DUMPABLE) == 0
    return closed and resource.getrlimit(resource.RLIMIT_CORE)[1] == 0


def _prctl(option: int) -> int:
    return int(ctypes.CDLL(None).prctl(option, 0, 0, 0, 0))
