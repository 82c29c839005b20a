"""What is done with a programme's dates: moved, read from a college, sent to Outlook.

Nothing is imported here: a command pays for what it uses.
"""
