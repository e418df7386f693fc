"""The glossary: a link opens its term, and paper has them all."""

from playwright.sync_api import expect

from pages.components.glossary import terms


def test_a_link_opens_its_term_and_shows_it(visit):
    page = visit("glossary#softmax")
    expect(page.locator("#softmax p")).to_be_in_viewport()
    assert page.locator(".entry[open]").count() == 1


def test_on_paper_every_term_is_explained(visit):
    page = visit("glossary")
    shown = page.locator(".entry p").filter(visible=True)
    assert shown.count() == 0
    page.emulate_media(media="print")
    assert shown.count() == len(terms())
    page.emulate_media(media="screen")
