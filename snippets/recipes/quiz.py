import streamlit as st

QUESTIONS = [
    ("What is kept in a rerun?", ["Variables", "State"], "State"),
    ("What is new in each rerun?", ["Variables", "State"], "Variables"),
    ("What do two users share?", ["State", "The cache"], "The cache"),
]
state = st.session_state


def start():
    state.number, state.score, state.answered = 0, 0, False


def check(right):
    if not state.answered:  # a double click calls this twice
        state.answered = True
        state.score += state.choice == right


def show_question(number):
    state.number = number
    state.answered, state.choice = False, None


if "number" not in state:
    start()

if state.number < len(QUESTIONS):
    question, options, right = QUESTIONS[state.number]
    st.radio(
        question, options, index=None, key="choice", disabled=state.answered
    )
    if not state.answered:
        st.button(
            "Answer",
            on_click=check,
            args=(right,),
            disabled=state.choice is None,
        )
    else:
        if state.choice == right:
            st.success("Right")
        else:
            st.error(f"Wrong, it is: {right}")
        st.button("Next", on_click=show_question, args=(state.number + 1,))
else:
    st.button("Play again", on_click=start)
st.text(f"Score: {state.score} of {len(QUESTIONS)}")
