"""When a step is shown: named yes/no predicates over the flags, each with one line of why, by subject."""

from wizard.core.rules.danger import *  # noqa: F403
from wizard.core.rules.people import *  # noqa: F403
from wizard.core.rules.removal import *  # noqa: F403
