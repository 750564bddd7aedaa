"""What generated code and services import in production; it imports nothing of the compiler."""
