import streamlit as st
from equal_person import Person

people = [Person("Ann"), Person("Bob")]
chosen = st.selectbox("Person", people)
st.text(f"chosen: {chosen}")
st.text(f"is Ann: {chosen == people[0]}")
