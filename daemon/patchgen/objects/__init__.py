"""What each Pd object is: its ports, arguments, messages, engines and capability."""
