"""Relations: ties between names, found in verbs, in posts, in possessives and in words for restrictions."""
