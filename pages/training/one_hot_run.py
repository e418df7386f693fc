"""The lecture's own training loop, on a button: ten epochs of one-hot over every example, timed, beside ours."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

import streamlit as st

from analysis.lecture import examples_of, lecture_training
from analysis.net.forward import initial_weights
from analysis.net.training import train
from analysis.settings import INIT, LEARNING_RATE, SEED
from pages.components.cached import tables
from pages.components.page_frame import numbers

EPOCHS, OURS = 10, 200
LOOK = 0.3  # seconds between two looks at how far it is
ALONE = 5.0  # seconds after which nobody looks any more: the visitor has left the page
KEY = "slow_twin"
_only_one = threading.Lock()  # on this server: each takes a core and 150 MB for some seconds


@dataclass
class Race:
    """How far the race is: ms of each of the lecture's epochs so far, and then of one of ours."""

    lecture_ms: list[float] = field(default_factory=list)
    losses: list[float] = field(default_factory=list)
    ours_ms: float | None = None
    failed: str = ""
    looked: float = field(default_factory=time.monotonic)  # when somebody looked last

    @property
    def over(self) -> bool:
        """Whether there is nothing to wait for."""
        return self.ours_ms is not None or bool(self.failed)


def slow_twin() -> None:
    """The button, the progress while it runs, and what came out."""
    st.header("The same, the long way round")
    st.markdown(
        "The lecture sends all 228,146 examples through the net, each as a row of 27 zeros and ones. We train on "
        "the 27 × 27 counts: the same losses, because the loss adds up over pairs, and equal pairs have equal parts. "
        "How much time that saves can be measured here and now."
    )
    race: Race | None = st.session_state.get(KEY)
    running = race is not None and not race.over
    label = f"Run {EPOCHS} epochs as the lecture does"
    if st.button(label, icon=":material/timer:", disabled=running, on_click=_start) and KEY not in st.session_state:
        st.caption("Someone else is measuring on this server right now. Try again in some seconds.")
    if running:
        _watch()
    elif race is not None:
        _result(race)


def _start() -> None:
    st.session_state.pop(KEY, None)
    if _only_one.acquire(blocking=False):
        race = st.session_state[KEY] = Race()
        threading.Thread(target=run, args=(race,), daemon=True).start()


def run(race: Race) -> None:
    """Both sides, in a thread of its own; gives the turn back at the end, whatever happens."""
    try:
        counts = tables().all
        first = initial_weights(INIT.default, counts.shape[0], SEED.default)
        begun = time.perf_counter()
        for loss in lecture_training(*examples_of(counts), first, EPOCHS):
            now = time.perf_counter()
            race.losses.append(loss)
            race.lecture_ms.append(1000 * (now - begun))
            if time.monotonic() - race.looked > ALONE:
                race.failed = "nobody was looking any more"
                return
            begun = now
        begun = time.perf_counter()
        train(counts, first, epochs=OURS, learning_rate=LEARNING_RATE.default, lam=0.0)
        race.ours_ms = 1000 * (time.perf_counter() - begun) / OURS
    except (MemoryError, RuntimeError) as error:  # what torch raises where memory ends
        race.failed = str(error).splitlines()[0]
    finally:
        _only_one.release()


@st.fragment(run_every=LOOK)
def _watch() -> None:
    race: Race = st.session_state[KEY]
    race.looked = time.monotonic()
    if race.over:
        st.rerun()
    done = len(race.losses)
    loss = f", loss {race.losses[-1]:.6f} nats" if done else ""
    st.progress(done / EPOCHS, f"Epoch {done} of {EPOCHS}{loss}")


def _result(race: Race) -> None:
    if race.failed:
        st.caption(f"It was not run to its end: {race.failed}.")
        return
    lecture = sum(race.lecture_ms) / len(race.lecture_ms)
    last = f"Its last loss is {race.losses[-1]:.6f} nats, ours the same to six digits."
    numbers(
        ("The lecture's loop", f"{lecture:,.1f}", "ms per epoch", f"The mean of {EPOCHS} epochs in float32. {last}"),
        (
            "On the counts",
            f"{race.ours_ms:.3f}",
            "ms per epoch",
            f"The mean of {OURS} epochs in float64, every loss kept.",
        ),
        (
            "That is",
            f"{lecture / race.ours_ms:,.0f}",
            "times as fast",
            "Measured just now on the machine that serves this page.",
        ),
    )
