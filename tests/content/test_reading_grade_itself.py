import pytest

from tests.content.reading_grade import measure, plainly, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [("leave", 1), ("people", 2), ("picture", 2), ("anybody", 4), ("don’t", 1), ("blackmailers", 3)],
)
def test_syllables_are_those_that_are_spoken(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("Call Kids Help Phone at 1-800-668-6868.", "Call Ann at one."),
        ("Ask the Internet Watch Foundation first.", "Ask the Ann first."),
        ("You and I can look at https://www.iwf.org.uk/report now.", "You and I can look at it now."),
        ("Nothing here is a name.", "Nothing here is a name."),
    ],
)
def test_names_numbers_and_addresses_count_as_one_short_word(sentence, read):
    assert plainly(sentence) == read


HARD = (
    "Notwithstanding the aforementioned considerations, individuals experiencing victimization should immediately "
    "communicate with the appropriate investigative authorities of their respective jurisdiction without hesitation."
)


def test_short_plain_sentences_are_easy_and_long_ones_are_not():
    easy, hard = measure(["You can stop now.", "Put the phone down.", "Tell one person."]), measure([HARD])
    assert (easy.grade < 2, easy.long, hard.grade > 15, hard.long) == (True, (), True, (HARD,))
    assert "immediately" in hard.hard


def test_a_page_without_words_has_no_grade():
    assert measure(["…", ""]).words == 0


def test_the_formula_is_that_of_flesch_and_kincaid():
    # Ten words in one sentence, eleven syllables.
    found = measure(["The cat sat on the table and looked at me."])
    assert (found.words, round(found.grade, 2)) == (10, round(0.39 * 10 + 11.8 * 11 / 10 - 15.59, 2))
