import pickle
from datetime import date
from threading import Lock

import streamlit as st

values = {
    "lambda": lambda: None,
    "generator": (_ for _ in ()),
    "lock": Lock(),
    "module": st,
    "set": set(),
    "date": date.max,
    "function": pickle.dumps,
    "class": date,
}
for name, value in values.items():
    try:
        pickle.dumps(value)
    except (pickle.PicklingError, TypeError):
        st.text(f"{name}: can't be pickled")
    else:
        st.text(f"{name}: can be pickled")
