"""The command line: parse, call, print, exit code; what is heavy is imported inside a command."""
