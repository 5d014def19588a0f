#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// A command does its work and gives the exit status; without one the notebook opens.
exit(EntryPoint.run(Array(CommandLine.arguments.dropFirst())))
