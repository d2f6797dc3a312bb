import streamlit as st


def count():
    st.session_state.count = st.session_state.get("count", 0) + 1
    return f"count: {st.session_state.count}"


st.download_button("Download", count, "count.txt")
st.button("Rerun")
st.text(f"count: {st.session_state.get('count')}")
