import streamlit as st


def keep():
    st.session_state.kept = st.session_state.draft


st.text_input("Draft", key="draft")
st.button("Keep", on_click=keep)
st.text(f"kept: {st.session_state.get('kept')}")
