import streamlit as st

places = {"column": st.columns(2)[0], "sidebar": st.sidebar}
places["container"] = st.container()
for name, place in places.items():
    with place:
        st.text(f"{name}: {st.chat_input('Message', key=name)}")
