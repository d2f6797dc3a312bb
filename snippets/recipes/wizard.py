import streamlit as st

state = st.session_state
DEFAULTS = {"step": 1, "name": "", "seats": 1, "meal": "Vegan"}


def go_to(step):
    if step > 1 and not state.name.strip():
        state.problem = "Please enter a name"
    else:
        state.step = step


def start_over():
    state.update(DEFAULTS)


for key, default in DEFAULTS.items():
    # Assigned in every run, a value is kept while its widget is hidden.
    state[key] = state.get(key, default)

st.text(f"Step {state.step} of 3")
if state.step == 1:
    st.text_input("Name", key="name")
elif state.step == 2:
    st.number_input("Seats", min_value=1, max_value=9, key="seats")
    st.radio("Meal", ["Meat", "Fish", "Vegan"], key="meal")
else:
    st.text(f"{state.name}: {state.seats} seats, {state.meal}")

if "problem" in state:
    st.error(state.pop("problem"))
step, (back, forward, again) = state.step, st.columns(3)
back.button(
    "Back",
    key=f"back_{step}",  # a key for each step, in case of a double click
    on_click=go_to,
    args=(step - 1,),
    disabled=step == 1,
)
forward.button(
    "Next",
    key=f"next_{step}",
    on_click=go_to,
    args=(step + 1,),
    disabled=step == 3,
)
again.button("Start over", on_click=start_over)
