"""Words for telling somebody, the sheet for the next helper, and the pocket card."""
