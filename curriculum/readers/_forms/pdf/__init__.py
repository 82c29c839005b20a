"""PDF files: words and rules on pages made lines, table rows and paragraphs again.

A PDF knows neither words nor tables: letters lie at places, and rules are strokes.
"""
