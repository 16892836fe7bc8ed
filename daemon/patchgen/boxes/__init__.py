"""What is known about a box: where patches and objects meet."""
