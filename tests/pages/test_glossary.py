"""The glossary, and its terms as explanations in the texts of pages."""

import html
import re

import pytest
from streamlit.testing.v1 import AppTest

from pages.components.glossary import begin_terms, terms, with_terms
from pages.components.page_registry import PAGES
from tests.pages.reading import plain, text, texts_of
from tests.pages.test_texts import texts_of as texts_of_folder


def marked(text, *later, plain=()):
    """The words that are marked in each of some texts on one page."""

    def run(texts, plain):
        from pages.components.glossary import begin_terms, show_with_terms  # noqa: PLC0415 - a script of its own

        begin_terms()
        for one in texts:
            show_with_terms(one, plain)

    at = AppTest.from_function(run, args=((text, *later), plain)).run()
    assert not at.exception
    return [re.findall(r"<button[^>]*>(.*?)</button>", one) for one in texts_of(at)]


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.name)
def test_the_page_of_a_term_uses_it(term):
    shown = " ".join(texts_of_folder(term.page).values())
    assert re.search(rf"(?<!\w)({'|'.join(map(re.escape, term.forms))})(?!\w)", shown, re.IGNORECASE)


def test_no_two_terms_share_a_form_or_an_anchor():
    forms = [form.lower() for term in terms() for form in term.forms]
    assert len(set(forms)) == len(forms)
    assert len({term.anchor for term in terms()}) == len(terms())
    assert len(terms()) >= 30


def test_the_page_has_every_term_with_its_other_names_and_a_page():
    shown = text(plain("glossary"))
    for term in terms():
        title = next(page.title for page in PAGES if page.folder == term.page)
        assert f"id='{term.anchor}'><summary>{term.name}</summary>\n<p>{html.escape(term.text, quote=False)}" in shown
        assert f'href="{term.page}">{title}</a>' in shown
    for name in ("cross-entropy", "maximum likelihood", "label smoothing", "logistic regression", "look-up table"):
        assert name in shown


def test_only_the_first_use_on_a_page_is_marked():
    assert marked("A bigram is a bigram. Bigrams have counts.", "A bigram, and softmax.") == [
        ["bigram", "counts"],
        ["softmax"],
    ]


def test_a_text_that_is_shown_again_keeps_its_marks():
    assert marked("A bigram.", "A bigram.") == [["bigram"], ["bigram"]]


@pytest.mark.parametrize(
    "text",
    [
        "`count` and ``a ` row`` here",
        "[the count](bigrams) and ![a row](x.png)",
        "[a [count] of it](bigrams?a=(row))",
        "$count + row$ and $$\nloss\n$$",
        "https://example.org/count/row",
        "# A count and a row",
        "accounts, narrow, epochal",
        "n\\-count",
        "It agrees only by chance.",
    ],
)
def test_no_term_is_marked_in_code_links_formulas_headings_or_longer_words(text):
    assert marked(text) == [[]]


def test_after_code_terms_are_marked_again():
    assert marked("`row` has a row, and **counts** too: a net's `W`.") == [["row", "counts", "net"]]


def test_the_words_of_a_visitor_are_never_marked():
    assert marked("The likelihood of count is 0, and its loss ∞.", plain=("count", "")) == [["likelihood", "loss"]]
    assert marked("The likelihood of count row is 0. A row.", plain=("count row",)) == [["likelihood", "row"]]


def test_html_in_a_text_is_shown_and_not_interpreted():
    hostile = "<img src=x onerror=alert(1)> &lt; [<b>](x) # <i>\n## <u>\n`<S>` \\<s>"
    made = with_terms(hostile)
    assert made == (
        "&lt;img src=x onerror=alert(1)&gt; &amp;lt; [&lt;b&gt;](x) # &lt;i&gt;\n## &lt;u&gt;\n`<S>` \\<s>"
    ).replace("(1)&gt;", "(1)>").replace("# &lt;i&gt;\n", "# &lt;i>\n")


def test_a_marked_term_is_a_button_with_a_description():
    begin_terms()
    made = with_terms("nll")
    (target,) = re.findall('popovertarget="(.*?)"', made)
    assert f'aria-describedby="{target}"' in made
    assert f'popover id="{target}" role="tooltip">Negative log-likelihood' in made


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.folder)
def test_every_introduction_can_be_marked(page):
    intro = page.texts("intro")
    made = with_terms(intro)
    tags = re.compile(r'<span class="term-text".*?</span>|<.*?>')
    assert tags.sub("", made).replace("&amp;", "&").replace("&lt;", "<") == intro
