"""How a process that runs for weeks handles its memory."""

import gc

YOUNG = (20_000, 20, 20)
"""Look for garbage after so many new objects; a large chart set makes half a million."""


def settle() -> None:
    """Leave all that is loaded out of the search for garbage: it stays until the end anyway.

    Half the time of a chart set for a million people went into looking at it again and again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*YOUNG)
