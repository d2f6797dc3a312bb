import streamlit as st


class Entry:
    def __init__(self, default):
        self.default = default

    def __set_name__(self, owner, name):
        self.key = f"{owner.__name__}.{name}"

    def __get__(self, instance, owner):
        return st.session_state.setdefault(self.key, self.default())

    def __set__(self, instance, value):
        st.session_state[self.key] = value


class State:
    count: int = Entry(int)
    cart: list[str] = Entry(list)


state = State()
