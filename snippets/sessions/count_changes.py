import streamlit as st


def count():
    st.session_state.changes = st.session_state.get("changes", 0) + 1


name = st.text_input("Name", on_change=count)
st.text(f"name: {name}")
st.text(f"changes: {st.session_state.get('changes', 0)}")
