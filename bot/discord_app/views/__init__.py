"""The buttons under replies: what they hold, and how they look."""
