import time

import streamlit as st


def note():
    st.session_state.events.append("callback")


@st.fragment
def side():
    st.button("Inside", on_click=note)


st.session_state.setdefault("events", [])
side()
if st.button("Start"):
    for step in range(30):
        st.caption(f"Step {step}")
        time.sleep(0.1)
    st.session_state.events.append("job done")
    st.text("Nothing to show")
    st.stop()
st.text(f"Events: {st.session_state.events}")
