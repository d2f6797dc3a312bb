import streamlit as st


def ask():
    st.session_state.asking = True


def delete_all():
    st.session_state.asking = False
    st.session_state.rows.clear()


st.session_state.setdefault("rows", ["Ada", "Grace"])
st.button("Delete all", on_click=ask)
if st.session_state.get("asking"):
    st.text("Are you sure?")
    st.button("Yes", on_click=delete_all)

st.text(f"rows: {st.session_state.rows}")
