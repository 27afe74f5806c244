"""Give a visitor a file that the worker makes, or say that it is being made."""

import mimetypes

from flask import Response, make_response, render_template, send_file

from survey_app.core.jobs import KINDS, Spec, file_for

mimetypes.add_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")


def made(kind: str, spec: Spec, *, name: str, attach: bool = False) -> Response:
    """The file of ``spec`` under a readable ``name``; while it is made, a page that looks again."""
    path = file_for(kind, spec)
    if path is None:
        response = make_response(render_template("errors/being_made.html"), 202)
        response.headers["Refresh"] = "3"
        return response
    extension = KINDS[kind].extension
    response = send_file(
        path,
        mimetype=mimetypes.guess_type(f"x.{extension}")[0] or "application/octet-stream",
        as_attachment=attach,
        download_name=f"{name}.{extension}",
        max_age=0,
    )
    response.headers["Cache-Control"] = "no-cache"
    alone = "; sandbox" if extension == "svg" else ""  # a sandbox keeps a PDF from being shown
    response.headers["Content-Security-Policy"] = f"default-src 'none'{alone}"
    return response
