#!/usr/bin/env python
"""Command line of the project."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "compass.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as slip:
        print(slip, file=sys.stderr)
        sys.exit(2)
