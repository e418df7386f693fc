"""Words: characters and ids (`vocabulary`), lists (`lists`), the lecture's (`names`), words held out (`split`)."""
