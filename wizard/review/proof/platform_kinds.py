"""Platforms as the proof tells them apart: by the marks of the facts that a rule reads, and by nothing else."""

from functools import lru_cache

from wizard.core.flow import PlatformChoice


@lru_cache(maxsize=8)
def stands_for(platforms: tuple[PlatformChoice, ...]) -> dict[str, str]:
    """For each platform the first one with the same marks: rules read nothing else of a platform."""
    first: dict[tuple[bool, bool], str] = {}
    return {one.slug: first.setdefault((one.lgbtq, one.sold_here), one.slug) for one in platforms}
