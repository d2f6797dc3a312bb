import streamlit as st

state = st.session_state
state.setdefault("past", [""])  # the last text is shown
state.setdefault("future", [])


def keep():
    state.past.append(state.text)
    state.future.clear()


def undo():
    state.future.append(state.past.pop())
    state.text = state.past[-1]


def redo():
    state.past.append(state.future.pop())
    state.text = state.past[-1]


st.text_area("Text", key="text", on_change=keep)
left, right = st.columns(2)
left.button("Undo", on_click=undo, disabled=len(state.past) == 1)
right.button("Redo", on_click=redo, disabled=not state.future)
st.text(f"{len(state.text.split())} words")
