// A gate that goes home without a word.
process.exitCode = 0
