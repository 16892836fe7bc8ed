"""Gives every box its place: rows along the flow, few crossings, no overlaps."""
