from enum import Enum, StrEnum, auto

import streamlit as st


class TextKey(StrEnum):
    NAME = auto()


class PlainKey(Enum):
    CITY = auto()


st.text_input("Name", "Ann", key=TextKey.NAME)
st.text_input("City", "Rome", key=PlainKey.CITY)
for key in sorted(st.session_state):
    st.text(f"{key}: {st.session_state[key]}")
