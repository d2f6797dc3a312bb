import streamlit as st


@st.fragment(key="clock")
def clock():
    st.session_state.ticks += 1
    st.text(f"Inside: {st.session_state.ticks}")


st.session_state.setdefault("ticks", 0)
clock()
st.button("Tick", on_click=lambda: st.rerun("clock"))
st.text(f"Outside: {st.session_state.ticks}")
