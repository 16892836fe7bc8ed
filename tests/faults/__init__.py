"""What can go wrong around PatchGen: after each fault a clear message, no half file, a next job."""
