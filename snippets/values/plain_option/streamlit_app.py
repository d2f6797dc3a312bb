import streamlit as st
from plain_person import Person

people = [Person("Ann")]
chosen = st.selectbox("Person", people)
st.text(f"chosen: {chosen}")
st.text(f"is Ann: {chosen == people[0]}")
