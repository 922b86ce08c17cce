"""The words that hold one side against another, by what they say and by the place of the other side."""
