"""The links and the HTML that the dialog *Share* makes, on Node."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.js.node import node_with

javascript = node_with("components/toolbar/share.js")
HERE = "https://lab.example/smoothing?smoothing=50&note=old&embed=true&hide=row#top"


def shared(javascript, **wish):
    """What a link asks for that is made from HERE."""
    link = javascript("linkOf(x.here, x.wish)", {"here": HERE, "wish": wish})
    return {key: value for key, (value,) in parse_qs(urlsplit(link).query).items()}


@pytest.mark.parametrize(
    ("wish", "asked"),
    [
        ({}, {}),
        ({"only": True}, {"view": "picture"}),
        ({"only": True, "hidden": ["lam", "seed"]}, {"view": "picture", "hide": "lam,seed"}),
        ({"hidden": ["lam"]}, {}),  # the whole page hides nothing
        ({"note": " two \n lines & more "}, {"note": "two lines & more"}),
        ({"table": "a-b_c", "word": "zoë"}, {"table": "a-b_c", "word": "zoë"}),
        ({"word": "zoë"}, {}),
        ({"table": "a-b_c", "embed": True}, {"table": "a-b_c", "embed": "true"}),
    ],
)
def test_a_link_keeps_the_settings_and_asks_for_what_is_wished(javascript, wish, asked):
    assert shared(javascript, **wish) == {"smoothing": "50"} | asked


def test_commas_can_be_read_in_a_link(javascript):
    assert "hide=lam,seed" in javascript("linkOf(x, { only: true, hidden: ['lam', 'seed'] })", HERE)


def test_html_for_a_page_holds_any_link_and_title(javascript):
    html = javascript("frameOf(x.link, x.title)", {"link": "https://a.example/?b=1&c=2", "title": 'say "<b>"'})
    assert 'src="https://a.example/?b=1&amp;c=2" title="say &quot;&lt;b>&quot;"' in html
