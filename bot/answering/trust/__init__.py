"""PURE: how far a statement can be relied on: its age and sources, what was proved, and who differs."""
