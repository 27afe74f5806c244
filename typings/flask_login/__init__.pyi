from typing import Any

from flask_login import utils as utils

current_user: Any
user_logged_out: Any

def login_user(user: object, remember: bool = ..., **options: object) -> bool: ...
def logout_user() -> bool: ...
