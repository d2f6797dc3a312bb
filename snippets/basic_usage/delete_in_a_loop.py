import streamlit as st

st.session_state.update(name="Ada", draft_title="Tea", draft_text="Hot")

if st.button("Discard drafts"):
    for key in st.session_state:
        if key.startswith("draft_"):
            del st.session_state[key]
if st.button("Discard all"):
    st.session_state.clear()

st.text(sorted(st.session_state.items()))
