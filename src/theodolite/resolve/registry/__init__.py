"""Models by name: what a name says, and which names of several sources are one model."""
