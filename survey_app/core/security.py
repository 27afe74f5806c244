"""What every answer carries so that a browser protects its visitor, and forms that lose nothing."""

from datetime import timedelta

from flask import Flask, Request, Response, make_response, render_template, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from flask_wtf.csrf import CSRFError, CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from survey_app.core.errors import page, wants_json

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}
"""What every answer says, unless its page says otherwise."""

LARGEST_BODY = 256 * 1024
MOST_FIELDS = 1000
SECRET_FIELDS = ("password", "new_password", "code", "credential")

csrf = CSRFProtect()


class StaffSessions(SecureCookieSessionInterface):
    """The cookie of whoever signed in; for a resident, who has none, nothing is prepared."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        if self.get_cookie_name(app) not in request.cookies:
            return self.session_class()
        return super().open_session(app, request)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if session or session.accessed or session.modified:
            super().save_session(app, session, response)


def init_security(app: Flask) -> None:
    public = app.config["PROFILE"] == "public"
    app.session_interface = StaffSessions()
    app.config.update(
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        MAX_FORM_MEMORY_SIZE=LARGEST_BODY,
        MAX_FORM_PARTS=MOST_FIELDS,
        SESSION_COOKIE_NAME="__Host-staff" if public else "staff",
        SESSION_COOKIE_SECURE=public,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(hours=12 if public else 8),
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
    )
    if app.config["PROXY_HOPS"]:
        hops = app.config["PROXY_HOPS"]
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # the documented way
            app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops
        )
    csrf.init_app(app)
    app.register_error_handler(CSRFError, send_again)
    app.after_request(protect)


def protect(response: Response) -> Response:
    said = {name.lower() for name, _value in response.headers}
    response.headers.extend(pair for pair in HEADERS.items() if pair[0].lower() not in said)
    if request.scheme == "https":
        response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    return response


def send_again(_error: CSRFError | None = None, *, sign_in: str = "") -> Response:
    """A form that was open too long comes back with everything that was typed, one tap from sent.

    Passwords and codes stay out of the page. ``sign_in`` leads to the door first, in another tab.
    """
    if wants_json():
        return page(401 if sign_in else 400)
    fields = [(name, value) for name, value in request.form.items(multi=True) if is_carried(name)]
    response = make_response(
        render_template("errors/send_again.html", fields=fields, sign_in=sign_in)
    )
    response.status_code = 401 if sign_in else 400
    return response


def is_carried(name: str) -> bool:
    return name != "csrf_token" and not name.startswith(SECRET_FIELDS)
