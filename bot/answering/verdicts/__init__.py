"""PURE: sentences and claims checked against a pack: taken apart, compared, and judged in words."""
