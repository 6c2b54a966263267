"""Shared documents: what editors see of each other's work, and a process read out of it."""
