import Testing

@testable import CellLanguage

@Suite struct LiteralInputTests {
  @Test(
    "A literal's entries are found in the text",
    arguments: [
      ("d = 2", [], ["2"]),
      ("d = -2.5", [], ["-2.5"]),
      ("T = 1/sqrt(2)", [], ["1/sqrt(2)"]),
      ("q = [1, -inf, (1/2)]", [3], ["1", "-inf", "(1/2)"]),
      ("K = [[1, 0],\n     [0, 1e-3], ]", [2, 2], ["1", "0", "0", "1e-3"]),
      ("K = np.array([[1, np.pi]])", [1, 2], ["1", "np.pi"]),
      ("M = array([[True, False]])", [1, 2], ["True", "False"]),
      ("X = [[[1, 2]], [[3, 4]]]", [2, 1, 2], ["1", "2", "3", "4"]),
    ]) func literal(text: String, shape: [Int], entries: [String]) throws
  {
    let source = Source(text)
    let statement = try #require(Program(parsing: source).statements.first)
    let input = try #require(LiteralInput(statement))
    #expect(input.shape == shape)
    #expect(input.entries.map(source.text(in:)) == entries)
  }

  @Test(
    "Formulas, holes, texts and ragged lists are no literals",
    arguments: [
      "a = b", "a = [b]", "a = [[1], [1, 2]]", "a = [1, [2]]", "a = []", "a = [[]]", "a = ['x']",
      "a = ...", "a = (1, 2)", "a, b = [1, 2]", "[1]", "a = zeros(3)", "a = array([1], dtype=bool)",
      "a = [[[[[1]]]]]", "def a(): return 1", "a = [1 @ 2]", "a = 'x'", "a = None",
    ]) func noLiteral(text: String) throws
  {
    let statement = try #require(Program(parsing: Source(text)).statements.first)
    #expect(LiteralInput(statement) == nil)
  }

  @Test func oneEntryIsReplacedInItsPlace() throws {
    let source = Source("K = [[1, 0],  # the first\n     [0, 1]]")
    let input = try #require(LiteralInput(Program(parsing: source).statements[0]))
    #expect(
      source.replacing(input.entries[2], with: "-inf").text
        == "K = [[1, 0],  # the first\n     [-inf, 1]]")
  }

  @Test(
    "What is typed into an entry is read as Python reads it",
    arguments: [
      ("0.5", "0.5"), ("-inf", "(-inf)"), (" 1/sqrt(2) ", "(1 / sqrt(2))"), ("0x10", "16"),
      ("-0", "(-0)"), ("1e400", "inf"), ("5e-324", "5e-324"), ("nan", "nan"), ("True", "True"),
      ("(1)", "1"), ("2**0.5", "(2 ** 0.5)"), ("np.pi", "pi"),
    ]) func entry(text: String, outline: String) throws
  {
    #expect(Outline.of(try parseScalarEntry(text)) == outline)
  }

  @Test(
    "What is no number is refused with what to type",
    arguments: [
      ("", "a number is missing", "as in 0.5, -inf or 1/sqrt(2)"),
      ("1,5", "decimals are written with a point", "write 1.5"),
      ("-1,05", "decimals are written with a point", "write -1.05"),
      ("1,5,2", "an entry is a number, or arithmetic on numbers", "as in 0.5, -inf or 1/sqrt(2)"),
      ("Q", "an entry is a number; 'Q' is a name", nil),
      ("Inf", "an entry is a number; 'Inf' is a name", "did you mean inf?"),
      ("x = 1", "an entry is one number, without a name", nil),
      ("1; 2", "an entry is one number, and these are 2", nil),
      (".", "a number is missing", "as in 0.5, -inf or 1/sqrt(2)"),
      ("-", "a number is missing", "as in 0.5, -inf or 1/sqrt(2)"),
      (
        "@ rate", "an entry is a number, or arithmetic on numbers", "as in 0.5, -inf or 1/sqrt(2)"
      ),
      ("2x", "'2x' is neither a number nor a name", "to multiply write 2 * x"),
      ("−1", "'−' isn't part of Python", "write -"),
      ("1..2", "'1..2' is not a number", nil),
      ("'1'", "an entry is a number, or arithmetic on numbers", "as in 0.5, -inf or 1/sqrt(2)"),
      ("[1]", "an entry is a number, or arithmetic on numbers", "as in 0.5, -inf or 1/sqrt(2)"),
      (
        "open('x')", "open can't stand in an entry",
        "there can stand sqrt, exp, log, log2, sin, cos, tanh and abs"
      ),
      ("2 * ln(4)", "ln can't stand in an entry", "the natural logarithm is log"),
      ("math.log(4)", "log can't stand in an entry", "write log alone"),
      ("012", "a whole number can't begin with 0", "write 12"),
      ("\u{1B}[31m", "the character ^[ isn't part of Python", nil),
    ] as [(String, String, String?)]) func noEntry(text: String, message: String, help: String?)
  {
    let problem = #expect(throws: Diagnostic.self) { try parseScalarEntry(text) }
    #expect(problem?.message == message)
    #expect(problem?.help == help)
  }

  @Test func tenThousandDigitsAreANumberOrARefusal() throws {
    let digits = String(repeating: "9", count: 9_000)
    #expect(Outline.of(try parseScalarEntry("0." + digits)) == "1.0")
    let problem = #expect(throws: Diagnostic.self) { try parseScalarEntry(digits) }
    #expect(problem?.message == "whole numbers go up to 9223372036854775807 here")
  }
}
