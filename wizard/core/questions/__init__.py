"""Every question, in order. To add one, add one block to the file of its section; the suite says what is missing."""

from wizard.core.flow import Question
from wizard.core.questions import happened, person, place

FLOW: tuple[Question, ...] = (*person.QUESTIONS, *place.QUESTIONS, *happened.QUESTIONS)
BY_SLUG = {question.slug: question for question in FLOW}
