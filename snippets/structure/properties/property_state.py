import streamlit as st


class State:
    @property
    def count(self) -> int:
        return st.session_state.get("count", 0)

    @count.setter
    def count(self, value: int) -> None:
        st.session_state.count = value

    @property
    def doubled(self) -> int:
        return 2 * self.count


state = State()
