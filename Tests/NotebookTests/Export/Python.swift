import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The Python of this machine, with NumPy where it has it.
enum Python {
  static func run(_ script: String, _ arguments: [String] = []) throws -> HeadlessRun {
    let folder = try TemporaryFolder()
    let file = try folder.write("script.py", script)
    var launch = Launch("/usr/bin/env", ["python3", file] + arguments)
    for name in ["PATH", "HOME"] {
      if let value = getenv(name) { launch = launch.setting(name, to: String(cString: value)) }
    }
    return try HeadlessRun(launch, within: 120_000)
  }

  static let hasNumPy: Bool = {
    if (try? run("import numpy"))?.code == 0 { return true }
    print("python3 has no NumPy here: exported lessons were written, not run")
    return false
  }()

  /// Runs a script, and the code cells of a notebook one after the other; what was said on standard error.
  static func problems(script: String, notebook: String) throws -> String {
    let folder = try TemporaryFolder()
    let files = [
      try folder.write("lesson.py", script), try folder.write("lesson.ipynb", notebook),
    ]
    let run = try run(
      """
      import json, sys
      exec(compile(open(sys.argv[1], "rb").read(), "lesson.py", "exec"), {"__name__": "lesson"})
      names = {}
      for cell in json.load(open(sys.argv[2], encoding="utf-8"))["cells"]:
          if cell["cell_type"] == "code":
              exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
      """, files)
    return run.code == 0 ? run.error : "ended with \(run.ending as Any): " + run.error
  }
}
