"""What a plan shows of the facts beside its helplines: the first card, guides, services and legal routes.

Tables and the way to pick from them. Pure: it gets the facts that fit a person and knows not where they came from.
It may import the standard library, lazy texts and other `core` folders. Start with `first_card.py`.
"""
