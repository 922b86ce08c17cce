"""What is moving in what was gathered: bursts, what is new, rising or quiet, at a stated rate of error."""
