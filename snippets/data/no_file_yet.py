import streamlit as st

invoice = st.file_uploader("Invoice")
photos = st.file_uploader("Photos", accept_multiple_files=True)
if invoice is None:
    st.text("No invoice yet")
else:
    st.text(f"Invoice: {invoice.name}")
if photos == []:
    st.text("No photos yet")
for photo in photos:
    st.text(f"Photo: {photo.name}")
