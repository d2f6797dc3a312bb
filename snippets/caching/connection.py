import streamlit as st
from streamlit.connections import BaseConnection


class Board(BaseConnection):
    def _connect(self):
        return []

    def notices(self):
        return self._instance


notices = st.connection("board", type=Board).notices()
notice = st.text_input("Notice")
if st.button("Pin"):
    notices.append(notice)
st.text(f"board: {notices}")
