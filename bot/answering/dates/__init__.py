"""PURE: dates in texts: how they are written, which a text mentions, and those typed into an option."""
