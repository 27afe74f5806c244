"""Mail to the staff (a reset link, a notice); everything also works without mail."""

import smtplib
import ssl
import threading
from email.message import EmailMessage
from typing import Any
from urllib.parse import unquote, urlsplit

from flask import current_app
from flask_security import MailUtil

from survey_app.core.logs import log

PATIENCE_SECONDS = 10


class StaffMail(MailUtil):
    """Sends plain text in a thread: how long it takes tells nobody who has an account."""

    def send_mail(  # noqa: PLR0917 — Flask-Security's signature
        self,
        template: str,  # noqa: ARG002 — Flask-Security's signature
        subject: str,
        recipient: Any,
        sender: Any,
        body: str | None,
        html: str | None,  # noqa: ARG002 — Flask-Security's signature
        **facts: Any,  # noqa: ARG002 — Flask-Security's signature
    ) -> None:
        url = str(current_app.config["MAIL_URL"])
        if not url:
            return
        message = EmailMessage()
        message["Subject"] = str(subject)
        message["From"] = current_app.config["MAIL_SENDER"] or str(sender)
        message["To"] = str(recipient)
        message.set_content(body or "")
        threading.Thread(target=deliver, args=(url, message), daemon=True).start()


def deliver(url: str, message: EmailMessage) -> None:
    """Hand a message to the server of MAIL_URL; the log tells of a failure, without the address."""
    parts = urlsplit(url)
    host, secure = parts.hostname or "localhost", parts.scheme == "smtps"
    try:
        with (
            smtplib.SMTP_SSL(host, parts.port or 465, timeout=PATIENCE_SECONDS)
            if secure
            else smtplib.SMTP(host, parts.port or 25, timeout=PATIENCE_SECONDS)
        ) as server:
            if not secure and server.has_extn("starttls"):
                server.starttls(context=ssl.create_default_context())
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.send_message(message)
    except (OSError, smtplib.SMTPException) as error:
        log.error("mail was not sent", extra={"facts": {"error": type(error).__name__}})
