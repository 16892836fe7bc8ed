"""PatchGen's workshop: how its models are made."""
