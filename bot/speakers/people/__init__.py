"""A document comes in; everybody it names goes out, each with all forms of the name, titles, offices and roles."""
