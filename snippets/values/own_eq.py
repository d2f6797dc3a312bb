import streamlit as st


class Cup:
    def __init__(self, size):
        self.size = size

    def __eq__(self, other):
        return self.size == other.size


st.session_state.setdefault("cup", Cup(2))
st.text(f"same: {st.session_state.cup == Cup(2)}")
