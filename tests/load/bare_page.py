"""What the bare app shows."""

import pandas as pd
import streamlit as st

st.write("A text, a slider and a chart, and nothing else.")
slope = st.slider("smoothing", 0.0, 100.0, 1.0, key="smoothing")
st.line_chart(pd.DataFrame({"y": [slope * x for x in range(27)]}))
