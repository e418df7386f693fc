"""A bare Streamlit app to measure against, a text, a slider and a chart: `uvicorn tests.load.bare:app`."""

import pandas as pd
import streamlit as st

if __name__ == "__main__":  # as Streamlit runs it
    st.write("A text, a slider and a chart, and nothing else.")
    slope = st.slider("smoothing", 0.0, 100.0, 1.0, key="smoothing")
    st.line_chart(pd.DataFrame({"y": [slope * x for x in range(27)]}))
else:
    app = st.App(__file__)
