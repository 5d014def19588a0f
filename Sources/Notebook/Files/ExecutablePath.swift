#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The whole path of the running program, without symbolic links.
package func executablePath() -> String? {
  #if os(Linux)
    let path = "/proc/self/exe"
  #else
    let path = CommandLine.arguments[0]
  #endif
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}
