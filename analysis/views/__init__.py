"""What is shown, for pages and commands alike: tidy frames, the colours, charts in Altair, the scale of a slider."""
