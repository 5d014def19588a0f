#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// A command does its work and gives the exit status; without one the notebook opens.
exit(Launch.run(Array(CommandLine.arguments.dropFirst())))
