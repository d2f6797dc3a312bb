import streamlit as st

limit = 3 if st.checkbox("Allow more") else 2
if st.button("Fill in"):
    st.session_state.update(initials="A", sizes=["S", "M"], color="red")
st.text_input("Initials", key="initials", max_chars=limit)
st.multiselect("Sizes", ["S", "M"], key="sizes", max_selections=limit)
st.selectbox(
    "Color", ["blue", "red"], key="color", accept_new_options=limit > 2
)
st.text(f"limit: {limit}")
for key in ["initials", "sizes", "color"]:
    st.text(f"{key}: {st.session_state[key]!r}")
