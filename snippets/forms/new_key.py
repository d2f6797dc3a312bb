import streamlit as st

st.session_state.setdefault("round", 0)
if st.button("Discard"):
    st.session_state.round += 1
with st.form(f"order {st.session_state.round}"):
    item = st.text_input("Item", "Water")
    note = st.text_input("Note", "none", key="note")
    st.form_submit_button("Order")
st.text(f"Item: {item}")
st.text(f"Note: {note}")
