import calendar

import streamlit as st

SIZE = 5
state = st.session_state
state.setdefault("page", 1)


def turn(by):
    state.page += by


search = st.text_input("Search").lower()
found = [name for name in calendar.month_name[1:] if search in name.lower()]
last = max(1, -(-len(found) // SIZE))  # rounded up
state.page = min(state.page, last)

for name in found[(state.page - 1) * SIZE : state.page * SIZE]:
    st.text(name)
back, forward = st.columns(2)
back.button("Previous", on_click=turn, args=(-1,), disabled=state.page == 1)
forward.button("Next", on_click=turn, args=(1,), disabled=state.page == last)
st.caption(f"Page {state.page} of {last}")
