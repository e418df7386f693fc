"""Controls of a live page away from its pictures, where text, tables or charts of Streamlit depend on them."""

from __future__ import annotations

from pages.components.live.sync.live_view import live_view
from pages.components.live.sync.page_state import LivePage

_show = live_view("control_bar", __file__)


def control_bar(live: LivePage, *names: str) -> None:
    """Show the controls with these names next to each other."""
    controls = live.describe()["controls"]
    _show(live, {"bar": True, "controls": {name: controls[name] for name in names}}, at=f"bar_{'_'.join(names)}")
