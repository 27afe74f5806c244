"""The command ``dorpsstem``: every command answers --help and says in one line what is wrong."""

import sys

SERVING = ("serve", "demo", "lan")


def main() -> None:
    """Run one command. Who serves patches the standard library first, before anything is loaded."""
    if len(sys.argv) > 1 and sys.argv[1] in SERVING:
        from gevent import monkey  # noqa: PLC0415 — must be the very first thing

        monkey.patch_all()
    from survey_app.cli.commands import run  # noqa: PLC0415 — after the patch

    sys.exit(run(sys.argv[1:]))
