"""Sources of Hugging Face."""
