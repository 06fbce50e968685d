"""The page: documents as one HTML file that needs nothing else, each sentence with who says it and how that is known.

Made with `markup` rather than a template engine: escaping is by construction, nothing has to be installed, and mypy
reads it all.
"""

from bot.shell.page.frame import page

__all__ = ["page"]
