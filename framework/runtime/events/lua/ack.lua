-- Be done with a message; return the one that waited for it.

return chained(finish(ARGV[4]), ARGV[5])
