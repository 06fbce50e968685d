"""What a person or a script types comes in; text, JSON and an exit status go out."""
