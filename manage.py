#!/usr/bin/env python
"""Command line of the project."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from compass.environment import settings_of_nobody

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "compass.settings")
    # The one command that makes settings instead of reading them.
    if sys.argv[1:2] == ["new_site"]:
        settings_of_nobody()
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as slip:
        print(slip, file=sys.stderr)
        sys.exit(2)
