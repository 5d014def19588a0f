#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is started, and in what surroundings: nothing of the tests' own environment but what a program can't do without.
package struct Launch {
  package struct TerminalSize {
    package var columns: Int
    package var rows: Int
    /// Standard error goes to a pipe instead of the terminal.
    package var separatesError: Bool
  }

  package var path: String
  package var arguments: [String]
  package var environment: [String: String]
  /// The working folder; that of the tests where nil.
  package var folder: String?
  /// The terminal it runs in; pipes where nil.
  package var terminal: TerminalSize?

  package init(_ path: String, _ arguments: [String] = [], folder: String? = nil) {
    self.path = path
    self.arguments = arguments
    self.folder = folder
    self.environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
    ]
  }

  /// One of the package's own executables, from where the tests were built, with a home of its own.
  package static func product(
    _ name: String, _ arguments: [String] = [], home: TemporaryFolder
  ) -> Launch {
    var launch = Launch(productsFolder + "/" + name, arguments)
    launch.environment["HOME"] = home.path
    return launch
  }

  package func inTerminal(columns: Int = 80, rows: Int = 24, separatesError: Bool = false) -> Launch
  {
    var launch = self
    launch.terminal = TerminalSize(columns: columns, rows: rows, separatesError: separatesError)
    return launch
  }

  package func setting(_ name: String, to value: String?) -> Launch {
    var launch = self
    launch.environment[name] = value
    return launch
  }

  var environmentLines: [String] {
    environment.map { "\($0.key)=\($0.value)" }.sorted()
  }

  /// Where the build put the test program and its siblings; `QKV_TEST_PRODUCTS` names another place, so that a release
  /// build can be tested by the same tests.
  package static var productsFolder: String {
    if let folder = getenv("QKV_TEST_PRODUCTS") { return String(cString: folder) }
    let arguments = CommandLine.arguments
    // On macOS a helper of the toolchain runs the bundle, whose path it is given.
    let bundle = arguments.firstIndex(of: "--test-bundle-path").map { arguments[$0 + 1] }
    var parts = (bundle ?? arguments[0]).split(separator: "/", omittingEmptySubsequences: false)
    while let last = parts.popLast() {
      if last.hasSuffix(".xctest") { break }
    }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
}
