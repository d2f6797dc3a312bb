import streamlit as st

st.session_state.setdefault("rows", ["a", "b", "c"])
rows = st.session_state.rows
for position, row in enumerate(rows):
    name = st.text_input("Name", key=f"name_{position}")
    st.text(f"{row}: {name}")
    key = f"remove_{position}"
    st.button("Remove", key=key, on_click=rows.pop, args=(position,))
