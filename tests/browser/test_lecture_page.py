"""The page The lecture: what the tab remembers, and what paper shows."""

from playwright.sync_api import expect

from pages.components.lecture import chapters, exercises


def test_a_view_that_was_opened_before_a_reload_counts_as_opened(visit):
    visit("training?epochs=100")
    page = visit("lecture")  # a new session
    expect(page.get_by_text("You have opened 1 of 24 chapters.")).to_be_visible()


def test_on_paper_every_chapter_is_shown(visit):
    page = visit("lecture")
    shown = page.locator(".chapters tbody tr").filter(visible=True)
    assert 0 < shown.count() < len(chapters())
    page.emulate_media(media="print")
    assert shown.count() == len(chapters()) + len(exercises())
    page.emulate_media(media="screen")
