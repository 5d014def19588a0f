import TestSupport
import Testing

@Suite struct EvalTests {
  @Test func valuesAreShownInTextOrder() throws {
    let run = try qkv(
      "eval", "-e", "Q = [[1, 0], [0, 2]]\nA = softmax(Q @ Q.T / sqrt(2))",
      "-e", "A > 0.5; d = 1/3\nt = ['a', \"it's\"]\ndef f(x, n=2): return x\nQ.shape; f(A)[0]")
    #expect(
      run
        == HeadlessRun(
          ending: .exit(0),
          output: """
            Q  2×2
              1  0
              0  2
            A  2×2
              0.67  0.33
              0.06  0.94
            2×2
               True  False
              False   True
            d = 0.33
            t = ['a', "it's"]
            f = f(x, n=2)
            (2, 2)
            length 2
              0.67  0.33

            """, error: ""))
  }

  @Test func stacksAndLargeArraysAreShownByTheirParts() throws {
    let run = try qkv(
      "eval", "--digits", "0", "-e", "B = arange(8).reshape(2, 2, 2)",
      "-e", "C = arange(2000).reshape(50, 40)")
    #expect(
      run.output == """
        B  2×2×2
          B[0]
          0  1
          2  3
          B[1]
          4  5
          6  7
        C  50×40
             0     1     2  …    37    38    39
            40    41    42  …    77    78    79
            80    81    82  …   117   118   119
          …
          1880  1881  1882  …  1917  1918  1919
          1920  1921  1922  …  1957  1958  1959
          1960  1961  1962  …  1997  1998  1999

        """)
  }

  @Test func anErrorIsShownWithCaretsAndShapes() throws {
    let run = try qkv("eval", "-e", "Q = ones((2, 3)) @ ones((2, 3))")
    #expect(run.ending == .exit(1))
    #expect(run.output == "")
    #expect(
      run.error.hasPrefix(
        """
        Q = ones((2, 3)) @ ones((2, 3))
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ can't multiply 2×3 by 2×3: the inner sizes, 3 and 2, differ
            ones((2, 3)) is 2×3
        """))
  }

  @Test func whatCanBeComputedIsAndTheRestWaits() throws {
    let run = try qkv("eval", input: "a = 1 +\nb = 2\nc = zz\nd = c + b\ne = ...\nf = e + 1\n")
    #expect(run.ending == .exit(1))
    #expect(run.output == "b = 2\n")
    #expect(
      run.error.hasPrefix(
        """
        <stdin>:1:8:
        a = 1 +
               ^ expected a value after '+'
        <stdin>:3:5:
        c = zz
            ^^
        """))
    #expect(
      run.error.hasSuffix(
        """
        d waits for c
        e is still to fill in
        f waits for e, which is still to fill in

        """))
  }

  @Test(
    "Sizes nobody can have are refused at once",
    arguments: [
      "zeros((10**9, 10**9))", "ones(10**18)", "eye(10**7)", "zeros((99999999999999999999, 2))",
      "zeros((-1, 2))", "arange(10**12)", "[0] * 10**12",
      "ones(10**7).reshape(-1, 1) @ ones((1, 10**7))",
      "'a' * 10**12", "10**10**10", "randn(10**9)", "repeat(ones(1000), 10**9)",
      "tile(ones(1000), 10**9)",
    ]) func sizes(text: String) throws
  {
    let run = try qkv("eval", "-e", text)
    #expect(run.ending == .exit(1))
    #expect(run.output == "")
    #expect(run.error.contains("^"))
  }

  // MARK: - JSON

  @Test func jsonHasEveryNameInOrder() throws {
    let run = try qkv(
      "eval", "--json", "-e",
      """
      a = 2; b = 0.1; c = array([1e-5, inf, -inf, nan, 1.0]); d = c > 0; e = "é\\n"
      n, m = ones((2, 3)).shape; g = lambda: 1; t = ["x", "y"]; u = [[1, 0]]; z = None; y = [1, "a"]
      """)
    #expect(
      run
        == HeadlessRun(
          ending: .exit(0),
          output: """
            {"values": {"a": {"shape": [], "dtype": "float64", "data": 2}, \
            "b": {"shape": [], "dtype": "float64", "data": 0.1}, \
            "c": {"shape": [5], "dtype": "float64", "data": [1e-05, "Infinity", "-Infinity", "NaN", 1.0]}, \
            "d": {"shape": [5], "dtype": "bool", "data": [true, true, false, false, true]}, \
            "e": {"shape": [], "dtype": "str", "data": "é\\n"}, \
            "n": {"shape": [], "dtype": "float64", "data": 2}, \
            "m": {"shape": [], "dtype": "float64", "data": 3}, \
            "t": {"shape": [2], "dtype": "str", "data": ["x", "y"]}, \
            "u": {"shape": [1, 2], "dtype": "float64", "data": [[1, 0]]}}, "diagnostics": []}

            """, error: ""))
  }

  @Test func jsonHasTheDiagnosticsToo() throws {
    let run = try qkv("eval", "--json", "-e", "a = 1\nb = (2, 3]")
    #expect(
      run
        == HeadlessRun(
          ending: .exit(1),
          output: #"""
            {"values": {"a": {"shape": [], "dtype": "float64", "data": 1}}, "diagnostics": [{"code": "syntax", \#
            "message": "']' can't close '('", "help": null, "source": null, "line": 2, "column": 10, \#
            "end_line": 2, "end_column": 11, \#
            "text": "b = (2, 3]\n         ^ ']' can't close '('\n    - opened here"}]}

            """#, error: ""))
  }

  // MARK: - Inputs

  @Test func inputsAreThereBeforeTheProgramStarts() throws {
    let folder = try TemporaryFolder()
    let inputs = try folder.write(
      "in.json",
      #"{"q": [[1, 0.5]], "k": [[2, 1], [0, "-Infinity"]], "mask": [[true, false]], "n": 3, "s": "x"}"#
    )
    let csv = try folder.write("v.csv", "1,2\n3,4\n")
    let run = try qkv(
      "eval", "--json", "--inputs", inputs, "--input", "v=\(csv)", "-e",
      "O = attention(q, k, v, mask=mask)\nm = n + 1")
    #expect(run.ending == .exit(0))
    #expect(
      run.output.hasSuffix(
        """
        "v": {"shape": [2, 2], "dtype": "float64", "data": [[1.0, 2.0], [3.0, 4.0]]}, \
        "O": {"shape": [1, 2], "dtype": "float64", "data": [[1.0, 2.0]]}, \
        "m": {"shape": [], "dtype": "float64", "data": 4}}, "diagnostics": []}

        """))
  }

  @Test(
    "Inputs that can't be read are named with what is wrong",
    arguments: [
      ("--inputs", "a.json", "[1]", "the file must hold one object, {\"name\": value, …}"),
      ("--inputs", "a.json", "{\"q\": [[1], [1, 2]]}", "q: a list of 2 stands beside one of 1"),
      ("--inputs", "a.json", "{\"q\": 1", "line 1, column 8: expected ',' or '}'"),
      ("--input", "a.npy", "nonsense!!", "this is no .npy file: it doesn't begin as one"),
      (
        "--input", "a.csv", "1,x",
        "line 1, field 2: 'x' is not a number; the file may have no line of headings"
      ),
      ("--input", "a.txt", "1", "an input's name ends in .npy, .csv or .json"),
    ]) func unreadable(flag: String, name: String, text: String, message: String) throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, text)
    let run = try qkv("eval", flag, flag == "--input" ? "q=" + path : path, "-e", "1")
    #expect(run == HeadlessRun(ending: .exit(65), output: "", error: "qkv: \(path): \(message)\n"))
  }

  @Test func aProgramThatIsNoTextIsUnreadable() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.py", bytes: [0x61, 0xC3])
    #expect(
      try qkv("eval", path)
        == HeadlessRun(
          ending: .exit(65), output: "", error: "qkv: \(path): this is not text in UTF-8\n"))
    #expect(
      try qkv("eval", folder.path).error == "qkv: \(folder.path): this is a folder, not a file\n")
    #expect(try qkv("eval", "/none").error == "qkv: /none: there is no such file\n")
  }

  @Test func theProgramComesFromAFileOrStandardInput() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.py", "#| digits: 4\nx = 1 / 3\n")
    #expect(try qkv("eval", path).output == "x = 0.3333\n")
    #expect(try qkv("eval", path, "-e", "y = x * 3").output == "x = 0.3333\ny = 1.00\n")
    #expect(try qkv("eval", "-", "-e", "y = x", input: "x = 2").output == "x = 2\ny = 2\n")
    #expect(try qkv("eval", input: "").output == "")
  }

  @Test func noControlSequencePasses() throws {
    let run = try qkv(
      "eval", "-e", "t = '\\x1b[31m'; u = '\u{1B}[2J'; assert False, '\\x9b'\n\u{1B}")
    #expect(run.ending == .exit(1))
    for text in [run.output, run.error] {
      #expect(
        !text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }
  }

  @Test("--output writes files that --input reads; a name without a value is said")
  func output() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/o.npy"
    let written = try qkv("eval", "-e", "O = eye(2) / 2", "--output", "O=\(file)")
    #expect(written.code == 0 && written.error == "")
    let read = try qkv("eval", "--input", "P=\(file)", "-e", "P @ P")
    #expect(read.output.hasSuffix("0.25  0.00\n  0.00  0.25\n"))
    let missing = try qkv("eval", "-e", "out = 1", "--output", "ot=\(file)")
    #expect(missing.code == 1)
    #expect(missing.error == "qkv: ot has no value to write\ndid you mean out?\n")
    let folderless = try qkv("eval", "-e", "x = 1", "--output", "x=\(folder.path)/no/x.npy")
    #expect(folderless.code == 65 && folderless.error.contains("there is no such folder"))
    #expect(try qkv("eval", "-e", "x = 1", "--output", "x").code == 64)
  }
}
