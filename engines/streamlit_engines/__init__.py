"""Tests written for Streamlit's AppTest, run in a browser."""

ENTRYPOINT = "streamlit_app.py"  # of an app that is a folder
