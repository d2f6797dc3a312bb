import streamlit as st
from equal_person import Person

people = [Person("Ann"), Person("Bob")]
selected = st.selectbox("Person", people)
st.text(f"selected: {selected}")
st.text(f"is Ann: {selected == people[0]}")
