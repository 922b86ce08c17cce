"""What stands in a text: sentences, names, figures, periods, syntax."""
