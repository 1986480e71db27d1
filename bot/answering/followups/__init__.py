"""PURE: short replies to an answer, made whole with what that answer was about."""
