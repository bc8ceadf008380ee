"""Every question, in order. To add one, begin with its block in the file of its section.

`person.py`, `place.py` and `happened.py` hold the blocks, `conditions.py` the yes/no functions that say when one is
asked. Pure, as all of `wizard.core`: lazy texts and the objects of `wizard.core.flow`, nothing else.
Start with `person.py`.
"""

from wizard.core.flow import Question
from wizard.core.questions import happened, person, place

FLOW: tuple[Question, ...] = (*person.QUESTIONS, *place.QUESTIONS, *happened.QUESTIONS)
BY_SLUG = {question.slug: question for question in FLOW}
