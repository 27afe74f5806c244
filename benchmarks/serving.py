"""The program as it is served, with one address more that does nothing: the measure of the rest."""

import sys
from pathlib import Path

if __name__ == "__main__":
    from gevent import monkey

    monkey.patch_all()  # as `dorpsstem serve` does: before anything else is loaded


def main(port: int, data: Path, voters: int) -> None:
    from benchmarks.asking import open_survey, ticket  # noqa: PLC0415 — after the patch
    from benchmarks.gathering import open_hall  # noqa: PLC0415 — after the patch
    from benchmarks.sealing import open_sealed_vote  # noqa: PLC0415 — after the patch
    from survey_app import create_app  # noqa: PLC0415 — after the patch
    from survey_app.core.operations import bring_up_to_date  # noqa: PLC0415 — after the patch
    from survey_app.core.permissions import public  # noqa: PLC0415 — after the patch
    from survey_app.core.security import csrf  # noqa: PLC0415 — after the patch
    from survey_app.core.server import Server  # noqa: PLC0415 — after the patch

    app = create_app({"DATA": str(data), "BASE_URL": f"http://127.0.0.1:{port}"})
    bring_up_to_date(app)

    @app.post("/empty")
    @csrf.exempt
    @public
    def empty() -> tuple[str, int]:
        return "", 204

    with app.app_context():
        open_survey()
        (data / "ticket").write_text(ticket(), "ascii")
        (data / "hall").write_text(open_hall(), "ascii")
        (data / "cards").write_text("\n".join(open_sealed_vote(voters)), "ascii")
    Server(app, host="127.0.0.1", port=port).serve()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
