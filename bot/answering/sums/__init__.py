"""PURE: answers that are worked out from stored counts: what is asked for, over which, and the result."""
