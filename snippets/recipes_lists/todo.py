import streamlit as st

state = st.session_state
state.setdefault("tasks", {})  # id: {"text": ..., "done": ...}
state.setdefault("next_id", 0)


def add():
    if state.new.strip():
        state.tasks[state.next_id] = {"text": state.new, "done": False}
        state.next_id += 1
        state.new = ""


def tick(number):
    state.tasks[number]["done"] = state[f"done_{number}"]


def delete(number):
    del state.tasks[number]


with st.form("add"):
    st.text_input("New task", key="new")
    st.form_submit_button("Add", on_click=add)

show = st.radio("Show", ["All", "Open", "Done"])
for number, task in state.tasks.items():
    if show == "All" or task["done"] == (show == "Done"):
        box, button = st.columns(2)
        box.checkbox(
            task["text"],
            task["done"],
            key=f"done_{number}",
            on_change=tick,
            args=(number,),
        )
        button.button(
            "Delete", key=f"delete_{number}", on_click=delete, args=(number,)
        )
left = sum(not task["done"] for task in state.tasks.values())
st.text(f"{left} of {len(state.tasks)} to do")
