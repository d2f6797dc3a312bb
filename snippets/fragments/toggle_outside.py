import streamlit as st

st.session_state.setdefault("ticks", 0)
live = st.checkbox("Live", value=True)


@st.fragment(run_every=1 if live else None)
def clock():
    st.session_state.ticks += 1
    st.text(f"Ticks: {st.session_state.ticks}")


clock()
