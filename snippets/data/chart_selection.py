import altair as alt
import pandas as pd
import streamlit as st

teas = pd.DataFrame({"tea": ["green", "black"], "price": [8, 6]})
bar = alt.selection_point(name="bar", fields=["tea"])
chart = alt.Chart(teas).mark_bar().encode(x="tea", y="price").add_params(bar)
st.altair_chart(chart, key="chart", on_select="rerun")
st.text(f"selection: {st.session_state.chart.selection}")
