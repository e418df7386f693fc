"""Many visitors at once, without a browser: they speak Streamlit's own messages to a server on this machine."""
