"""What several pages use: texts, caches, controls, live views, the frame of a page, and the server around them."""
