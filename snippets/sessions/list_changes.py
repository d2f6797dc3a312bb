import streamlit as st


def note(name):
    st.session_state.setdefault("called", []).append(name)


st.selectbox("Color", ["red", "blue"], on_change=note, args=["color"])
st.checkbox("Large", on_change=note, args=["large"])
st.text_input("Name", on_change=note, args=["name"])
st.date_input("Day", None, on_change=note, args=["day"])
st.button("Order", on_click=note, args=["order"])
st.text(f"called: {sorted(st.session_state.get('called', []))}")
