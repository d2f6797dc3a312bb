import streamlit as st

TEAS = ["Assam", "Darjeeling", "Sencha"]


def note():
    st.session_state.found = [
        tea for tea in TEAS if st.session_state.search.lower() in tea.lower()
    ]


st.session_state.setdefault("found", TEAS)
st.text_input("Search", key="search", live=True, on_change=note)
st.text(f"found: {st.session_state.found}")
