"""How do I teach it?"""

from analysis.recipes import Recipe, Source
from pages.components.controls.choices import captioned
from pages.components.page_frame import run_this_yourself
from pages.components.texts import texts
from pages.lessons.lessons import LESSON, LESSONS
from pages.lessons.sheet import sheet

t = texts(__file__)
labels = {"smoothing": t("add_one.label"), "keepdim": t("hidden_bug.label"), "net": t("two_roads.label")}
lesson = LESSONS[captioned(LESSON, [labels[key] for key in LESSON.options])]
sheet(lesson.texts())
run_this_yourself(Recipe("", lesson.commands, Source()), lines=t("recipe"))
