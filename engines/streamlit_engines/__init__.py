"""Tests written for Streamlit's AppTest, run in a browser."""
