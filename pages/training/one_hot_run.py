"""A button that runs the lecture's own training loop: ten epochs of one-hot over every example, timed, next to ours."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

import streamlit as st
import torch

from analysis.lecture import examples_of, lecture_training
from analysis.net.forward import initial_weights
from analysis.net.training import train
from analysis.settings import INIT, LEARNING_RATE, SEED
from pages.components.cached import tables
from pages.components.folds import fold
from pages.components.page_frame import Number, numbers
from pages.components.texts import texts

t = texts(__file__)

EPOCHS, OURS = 10, 200
LOOK = 0.3  # seconds between two updates of the progress
ALONE = 5.0  # seconds without an update: then the visitor has left the page
KEY = "lecture_run"
MOST = 10_000_000  # zeros and ones in the rows of all examples: at 40 bytes for each, 400 MB
_only_one = threading.Lock()  # one at a time on this server: each takes a core and its memory for some seconds


@dataclass
class Race:
    """The progress: ms of each of the lecture's epochs so far, and then of one of ours."""

    lecture_ms: list[float] = field(default_factory=list)
    losses: list[float] = field(default_factory=list)
    ours_ms: float | None = None
    failed: str = ""
    looked: float = field(default_factory=time.monotonic)  # when somebody looked last

    @property
    def over(self) -> bool:
        """True if both sides are done, or an error ended the run."""
        return self.ours_ms is not None or bool(self.failed)


def lecture_run() -> None:
    """Behind its question: the button, the progress while it runs, and the result; a line for too long a list."""
    if (place := fold("one_by_one", t("slow.title"))).open:
        with place:
            _button_and_result()


def _button_and_result() -> None:
    st.markdown(t("slow.text"))
    counts = tables().all
    if int(counts.sum()) * len(counts) > MOST:
        st.caption(t("slow.too_many", most=MOST // len(counts)))
        return
    race: Race | None = st.session_state.get(KEY)
    running = race is not None and not race.over
    label = t("slow.button", epochs=EPOCHS)
    if st.button(label, icon=":material/timer:", disabled=running, on_click=_start) and KEY not in st.session_state:
        st.caption(t("slow.busy"))
    if running:
        _watch()
    elif race is not None:
        _result(race)


def _start() -> None:
    st.session_state.pop(KEY, None)
    if _only_one.acquire(blocking=False):
        race = st.session_state[KEY] = Race()
        threading.Thread(target=run, args=(race, tables().all), daemon=True).start()


def run(race: Race, counts: torch.Tensor) -> None:
    """Run both sides on counts (V, V), in a thread; at the end always let the next visitor start.

    A thread of our own has no session, so it cannot ask for the list at hand.
    """
    try:
        first = initial_weights(INIT.default, counts.shape[0], SEED.default)
        started = time.perf_counter()
        for loss in lecture_training(*examples_of(counts), first, EPOCHS):
            now = time.perf_counter()
            race.losses.append(loss)
            race.lecture_ms.append(1000 * (now - started))
            if time.monotonic() - race.looked > ALONE:
                race.failed = t("slow.left")
                return
            started = now
        started = time.perf_counter()
        train(counts, first, epochs=OURS, learning_rate=LEARNING_RATE.default, lam=0.0)
        race.ours_ms = 1000 * (time.perf_counter() - started) / OURS
    except Exception as error:  # whatever it is, the page must not wait for ever
        race.failed = str(error).partition("\n")[0] or type(error).__name__
    finally:
        _only_one.release()


@st.fragment(run_every=LOOK)
def _watch() -> None:
    race: Race = st.session_state[KEY]
    race.looked = time.monotonic()
    if race.over:
        st.rerun()
    done = len(race.losses)
    now = (
        t("slow.epoch_loss", done=done, epochs=EPOCHS, loss=race.losses[-1]) if done else t("slow.epoch", epochs=EPOCHS)
    )
    st.progress(done / EPOCHS, now)


def _result(race: Race) -> None:
    if race.failed:
        st.caption(t("slow.failed", why=race.failed))
        return
    lecture = sum(race.lecture_ms) / len(race.lecture_ms)
    numbers(
        Number(value=f"{lecture:,.1f}", **t("slow.lecture_loop", epochs=EPOCHS, loss=race.losses[-1])),
        Number(value=f"{race.ours_ms:.3f}", **t("slow.ours", epochs=OURS)),
        Number(value=f"{lecture / race.ours_ms:,.0f}", **t("slow.ratio")),
    )
