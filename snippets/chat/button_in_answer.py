import streamlit as st

st.session_state.setdefault("saved", [])
question = st.chat_input("Ask")
if question:
    st.chat_message("assistant").text(f"You said: {question}")
    if st.button("Save"):
        st.session_state.saved.append(question)
st.text(f"saved: {st.session_state.saved}")
