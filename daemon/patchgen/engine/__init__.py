"""The engine floor: a request goes in, text written by a local model comes out."""
