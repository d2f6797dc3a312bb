"""Records of what each proof showed, per engine and version of Streamlit, and what follows from them."""
