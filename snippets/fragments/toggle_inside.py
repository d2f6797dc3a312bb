import streamlit as st

st.session_state.setdefault("ticks", 0)


@st.fragment(run_every=1 if st.session_state.get("live", True) else None)
def clock():
    st.checkbox("Live", value=True, key="live")
    st.session_state.ticks += 1
    st.text(f"Ticks: {st.session_state.ticks}")


clock()
