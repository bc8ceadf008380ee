"""Commands about the facts: `load_content`, `check_content`, `export_directory`, `export_static`."""
