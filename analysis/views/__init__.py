"""For pages and commands: tidy pandas frames, the colours, charts made with Altair, and the scale of a slider."""
