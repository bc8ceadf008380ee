"""Commands for reviewers and for one visitor's file: `prove`, `flowmap`, `book`, `verify_log`."""
