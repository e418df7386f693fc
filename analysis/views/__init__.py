"""What is shown: tidy frames, the colours, charts in Altair, and the scale of a slider. Pages and commands only show it."""
