"""A thousand random links, each opened in a tab of its own on one running server: no page breaks."""

import asyncio
from urllib.parse import urlencode

import pytest

from pages.components.page_registry import PAGES
from tests.load.visitor import Failed, Visitor
from tests.pages.test_fuzz import is_in_order, links

EACH = 1000 // len(PAGES) + 1
AT_ONCE = 4


@pytest.mark.by_hand
def test_none_of_a_thousand_links_breaks_a_page(server, wait):
    faults, places = [], asyncio.Semaphore(AT_ONCE)

    async def follow(entry, query):
        async with places, Visitor(server.url) as visitor:
            try:
                await visitor.open(entry.path, urlencode(query))
                if not is_in_order(query, visitor.text, visitor.refused):
                    faults.append((entry.path, query, visitor.text, visitor.refused))
            except Failed as failed:
                faults.append((entry.path, query, str(failed)))

    async def all_of_them():
        await asyncio.gather(*(follow(entry, query) for entry in PAGES for query in links(entry, EACH)))

    wait(all_of_them())
    assert EACH * len(PAGES) >= 1000
    assert faults == []
    assert not [event for event in server.events if event["event"] == "failed"]
