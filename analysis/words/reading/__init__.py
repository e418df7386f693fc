"""Read lists of words: from files, pipes, addresses and pasted texts, of any size."""
