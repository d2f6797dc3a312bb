import streamlit as st


@st.fragment
def counter(count):
    if st.button("Add"):
        st.session_state.count += 1
    st.text(f"Argument: {count}")
    st.text(f"State: {st.session_state.count}")


st.session_state.setdefault("count", 0)
counter(st.session_state.count)
