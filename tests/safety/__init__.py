"""Patches made to do harm, and patches that only look like them."""
