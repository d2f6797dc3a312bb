from datetime import date, datetime, time

ALL = {
    "label": "New",
    "help": "New",
    "disabled": True,
    "label_visibility": "hidden",
    "width": 300,
    "icon": "🎈",
    "placeholder": "New",
    "required": True,
    "wrap": True,
    "on_change": print,
    "args": ("changed",),
    "kwargs": {"end": ""},
    "bind": "query-params",
    "persist_state": "page",
}
TEXT = {"value": "A", "max_chars": 9, "validate": "[A-Z]", "height": 200}
TEXT |= {"type": "password", "autocomplete": "on", "live": True}
NUMBER = {"value": 2, "min_value": -9, "max_value": 200, "step": 2}
NUMBER |= {"format": "%03d"}
MORE = {"options": ["A", "B", "C", "D"]}
ONE = MORE | {"index": 2, "value": "C", "accept_new_options": True}
ONE |= {"horizontal": True, "captions": ["1", "2", "3", "4"]}
MANY = MORE | {"default": "A", "accept_new_options": True}
MANY |= {"max_selections": 2, "select_all": True, "selection_mode": "multi"}
DATE = {"min_value": date(2020, 1, 1), "max_value": date(2099, 1, 1)}
DATE |= {"value": date(2026, 5, 1), "format": "DD.MM.YYYY"}
TIME = {"value": time(8), "step": 60}
MOMENT = DATE | TIME | {"value": datetime.combine(date(2026, 5, 1), time(8))}
NOON = datetime.combine(date(2026, 5, 4), time(12))
LABEL = {"label": "Old"}
DAY = {"label": "Old", "value": date(2026, 5, 2)}
CHOICE = {"label": "Old", "options": ["A", "B", "C"]}

# command, value under the key, arguments, changed arguments
WIDGETS = [
    ("text_input", "B", LABEL, TEXT),
    ("text_area", "B", LABEL, TEXT),
    ("selectbox", "B", CHOICE, ONE | {"filter_mode": "prefix"}),
    ("radio", "B", CHOICE, ONE),
    ("select_slider", "B", CHOICE, ONE),
    ("multiselect", ["B"], CHOICE, MANY | {"filter_mode": "prefix"}),
    ("pills", "B", CHOICE, MANY),
    ("segmented_control", "B", CHOICE, MANY),
    ("feedback", 1, {}, {"options": "stars", "default": 0}),
    ("number_input", 4, LABEL, NUMBER),
    ("slider", 4, LABEL, NUMBER),
    ("date_input", date(2026, 5, 4), DAY, DATE),
    ("time_input", time(12), LABEL, TIME | {"format": "12h"}),
    ("datetime_input", NOON, LABEL, MOMENT),
    ("color_picker", "#00ff00", LABEL, {"value": "#ff0000"}),
    ("checkbox", True, LABEL, {}),
    ("checkbox", False, LABEL, {"value": True}),
    ("toggle", True, LABEL, {}),
    ("toggle", False, LABEL, {"value": True}),
]
