"""Tests of the filters for templates."""
