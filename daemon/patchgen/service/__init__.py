"""The daemon: requests from Pd over OSC and from a watched folder become jobs, one at a time."""
