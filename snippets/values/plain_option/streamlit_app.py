import streamlit as st
from plain_person import Person

people = [Person("Ann")]
selected = st.selectbox("Person", people)
st.text(f"selected: {selected}")
st.text(f"is Ann: {selected == people[0]}")
