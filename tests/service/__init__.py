"""Tests of the daemon: real sockets, real threads, real files."""
