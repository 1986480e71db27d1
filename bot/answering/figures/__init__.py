"""PURE: figures that a member filters: listed, drawn as a chart, and compared side by side."""
