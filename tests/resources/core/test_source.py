"""Links to sources that say where they lead."""

from resources.core.source import Source, SourceLink, as_links, told_apart


def page(address: str, site: str, on: str = "") -> Source:
    """A page of a site."""
    return Source(address, site, on)


def test_a_second_page_of_a_site_has_a_number() -> None:
    pages = [page("https://a.example/1", "a.example"), page("https://b.example/", "b.example")]
    pages += [page("https://a.example/2", "a.example", "2024")]
    assert list(told_apart(pages).values()) == ["a.example", "b.example", "a.example, page 2"]


def test_the_same_page_has_the_same_words_wherever_it_stands() -> None:
    once, other = page("https://a.example/1", "a.example"), page("https://a.example/2", "a.example")
    words = told_apart([once, other, once])
    assert [link.words for link in as_links([once, other, once], words)] == [
        "a.example",
        "a.example, page 2",
        "a.example",
    ]
    assert as_links([other], words) == (SourceLink("https://a.example/2", "a.example, page 2", ""),)
