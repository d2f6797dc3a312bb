from typing import NamedTuple

import streamlit as st


class Person(NamedTuple):
    name: str
    number: int

    def __str__(self):
        return f"{self.name} ({self.number})"


people = [Person("Ann", 1), Person("Ann", 2)]
person = st.selectbox("Person", people, index=None)
if person:
    st.text(f"number {person.number}")
