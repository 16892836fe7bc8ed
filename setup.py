"""Finds the packages of both source roots; everything else stands in setup.cfg."""

from setuptools import find_packages, setup

setup(packages=find_packages("daemon") + find_packages("training"))
