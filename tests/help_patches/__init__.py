"""The help patches and examples: their form, and what a click on them does."""
