"""A form that must work once: a browser that asks again for a printed secret gets no new one.

Saving or reloading a PDF can send its form anew. New cards would silently stop the printed ones, so
each form carries a number that the staff's own session remembers.
"""

from uuid import uuid4

from flask import request, session

FIELD, USED = "once", "used_once"
REMEMBERED = 40


def new_number() -> str:
    return str(uuid4())


def first_time() -> bool:
    """Whether this form was not sent before; a script without the number is taken at its word."""
    number = request.form.get(FIELD, "")[:36]
    used: list[str] = session.get(USED, [])
    if number in used:
        return False
    session[USED] = [*used, number][-REMEMBERED:] if number else used
    return True
