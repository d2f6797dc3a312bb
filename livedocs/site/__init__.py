"""Markdown to HTML, for MkDocs or Zensical: claims, fences, rules, and the theme."""
