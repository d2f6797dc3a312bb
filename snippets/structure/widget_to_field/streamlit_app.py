import streamlit as st
from saved_profile import Profile


def save(profile, field):
    setattr(profile, field, st.session_state[f"_{field}"])


st.session_state.setdefault("profile", Profile())
profile = st.session_state.profile
if st.checkbox("Edit"):
    for field in ("name", "city"):
        st.session_state[f"_{field}"] = getattr(profile, field)
        st.text_input(
            field, key=f"_{field}", on_change=save, args=(profile, field)
        )
st.text(profile)
