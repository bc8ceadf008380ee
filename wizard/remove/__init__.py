"""Asking for removal: a card for each place, ready texts, and a list of what was asked with its clock."""
