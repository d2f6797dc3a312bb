import streamlit as st

sizes = ["S", "M", "L"]
for command in [st.selectbox, st.radio, st.select_slider]:
    key = command.__name__
    st.session_state[key] = "XL"
    value = command(key, sizes, key=key)
    st.text(f"{key}: {value}")
for command in [st.pills, st.segmented_control]:
    key = command.__name__
    st.session_state[key] = "XL"
    value = command(key, sizes, default="M", key=key)
    st.text(f"{key}: {value}")
