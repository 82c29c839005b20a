"""Documents that verify themselves: what they said when written, and what they say now.

``verify`` needs the file alone; ``compare`` sets two documents, or two programmes,
beside each other.  Both find drift; neither is a signature.
"""
