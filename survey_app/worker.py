"""The worker child: makes charts, posters, documents and exports, away from the server."""

import os
import sys
import threading
import time

from survey_app import create_app
from survey_app.core.memory import settle

LOOK_SECONDS = 2.0


def follow(parent: int) -> None:
    """End when the server that started this child is gone, however it went."""
    while os.getppid() == parent:
        time.sleep(LOOK_SECONDS)
    os._exit(0)


def main(parent: int) -> None:
    app = create_app()
    settle()
    threading.Thread(target=follow, args=(parent,), daemon=True).start()
    app.extensions["huey"].create_consumer(
        workers=1, worker_type="thread", initial_delay=0.02, max_delay=0.2, periodic=False
    ).run()


if __name__ == "__main__":
    main(int(sys.argv[1]))
