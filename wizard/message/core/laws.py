"""Which law of the place a message may name: one about sharing such a picture, that counts today.

A law is not named that the other person would read as an order or as a step against them: a bond, a right to sue by
itself, the laws about pictures of children.
"""

from collections.abc import Iterable

from resources.core.law import Law

# Slug of a law -> also about made-up pictures. Those of parts of a country come first in what `laws_for` gives.
NAMED = {
    "ca-162-1-sharing": False,
    "ca-bc-iipa": True,
    "ca-ab-act": False,
    "ca-sk-privacy-act": True,
    "ca-mb-act": True,
    "ca-nb-act": True,
    "ca-ns-act": False,
    "ca-pe-act": True,
    "ca-nl-act": False,
    "ca-qc-act": True,
    "us-tida-crime": True,
    "gb-eng-66b": True,
    "gb-sct-2016": True,
    "gb-nir-51": False,
    "ie-cocos-law": True,
    "au-474-17a": True,
    "nz-hdca-22a": False,
    "in-it-act-66e-67a": False,
}


def law_to_name(laws: Iterable[Law], *, made_up: bool) -> Law | None:
    """The first of these laws that fits, None where there is none."""
    fitting = (law for law in laws if law.slug in NAMED and law.status == "in-force")
    return next((law for law in fitting if NAMED[law.slug] or not made_up), None)
