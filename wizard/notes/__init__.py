"""The log: what happened, in words, kept for one visit and taken along as a file or on paper."""
