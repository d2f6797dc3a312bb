import streamlit as st

page = st.navigation([st.Page("find_hotel.py"), st.Page("hotel_map.py")])
st.text_input("City", "Rome", key="city", bind="query-params")
page.run()
