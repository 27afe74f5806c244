"""The program for a WSGI server: ``gunicorn -k gevent wsgi:app`` or ``flask --app wsgi``."""

from survey_app import create_app

app = create_app()
