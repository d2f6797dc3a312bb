import streamlit as st


def show_list():
    st.session_state.view = "List"


tabs = st.tabs(["Map", "List"], key="view", on_change="rerun")
tabs[0].button("Show the list", on_click=show_list)
tabs[1].text("The list")
st.text(f"view: {st.session_state.view}")
