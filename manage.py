#!/usr/bin/env python
"""Command line of the project. A setting that is missing or wrong is one sentence, and exit code 2."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "compass.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as wrong:
        print(wrong, file=sys.stderr)
        sys.exit(2)
