import Testing

@testable import Notebook

/// Matrices as other programs write them.
@Suite struct PastedMatrixTests {
  private static let two = ["1", "2", "3", "4"]

  /// A text, its shape, its entries.
  private static let readable: [(String, [Int], [String])] = [
    ("[[1, 2], [3, 4]]", [2, 2], two),
    ("array([[1, 2],\n       [3, 4]])", [2, 2], two),
    ("K = np.array([[1, 2], [3, 4]], dtype=float32)", [2, 2], two),
    ("tensor([[1., 2.],\n        [3., 4.]], device='cuda:0')", [2, 2], ["1.", "2.", "3.", "4."]),
    ("Array([[1, 2], [3, 4]], dtype=float32)", [2, 2], two),
    ("[[1. 2.]\n [3. 4.]]", [2, 2], ["1.", "2.", "3.", "4."]),
    ("[[-1.0e-03  nan]\n [ inf -inf]]", [2, 2], ["-1.0e-03", "nan", "inf", "-inf"]),
    ("[1 2; 3 4]", [2, 2], two), ("M = [1, 2; 3, 4];", [2, 2], two),
    ("[1 2;\n 3 4;]", [2, 2], two), ("[NaN -Inf; 3 4]", [2, 2], ["nan", "-inf", "3", "4"]),
    ("[1 2 3]", [3], ["1", "2", "3"]), ("[1, 1/sqrt(2),]", [2], ["1", "1/sqrt(2)"]),
    ("[[[1, 2], [3, 4]]]", [1, 2, 2], two),
    ("[[ True False]\n [False  True]]", [2, 2], ["True", "False", "False", "True"]),
    ("1,2\n3,4\n", [2, 2], two), ("1\t2\r\n3\t4\r\n", [2, 2], two), ("1;2\n3;4", [2, 2], two),
    ("1 2\n3 4", [2, 2], two), ("\"1\",\"2\"\n\n3, 4", [2, 2], two), ("1\n2\n3\n4", [4, 1], two),
    ("−1\t2", [1, 2], ["-1", "2"]), ("1 2", [1, 2], ["1", "2"]),
    // With the labels of a sheet, of a table that was printed.
    ("x\ty\n1\t2", [1, 2], ["1", "2"]), (",x,y\nthe,1,2\ncat,3,4", [2, 2], two),
    ("\tx\ty\nthe\t1\t2\ncat\t3\t4\n", [2, 2], two),
    ("     x  y\nthe  1  2\ncat  3  4", [2, 2], two),
    ("the,1,2\ncat,3,4", [2, 2], two), ("word;x;y\nthe;1;2\ncat;3;4", [2, 2], two),
    // With a comma behind each row, or behind all but the last.
    ("1,2,\n3,4,\n", [2, 2], two), ("1,2,\n3,4", [2, 2], two),
    ("nan,1\ninf,2", [2, 2], ["nan", "1", "inf", "2"]),
    // Lines that end rows, as MATLAB has them; Python's and NumPy's, that don't.
    ("[1 2\n3 4]", [2, 2], two), ("M = [\n  1, 2\n  3, 4\n];", [2, 2], two),
    ("[1\n2\n3\n4]", [4, 1], two), ("[1, 2,\n 3, 4]", [4], two), ("[1 2 3\n 4]", [4], two),
    (
      "[0.12345678 0.23456789 0.34567891 0.45678912 0.56789123 0.67891234\n 1 2 3 4 5 6]", [12],
      [
        "0.12345678", "0.23456789", "0.34567891", "0.45678912", "0.56789123", "0.67891234", "1",
        "2", "3", "4", "5", "6",
      ]
    ),
    // As MATLAB and Octave print.
    ("K =\n\n     1     2\n     3     4\n\n", [2, 2], two),
    ("ans = 2×2\n\n 1 2\n 3 4", [2, 2], two),
    ("K =\n\n  2×2 single matrix\n\n   1   2\n   3   4\n", [2, 2], two),
    (
      "K =\n\n   1.0e+03 *\n\n    0.0010    2.0000\n   -3.1416         0\n   NaN  Inf", [3, 2],
      ["1.0", "2000.0", "-3141.6", "0", "nan", "inf"]
    ),
    ("1.0e-03 *\n 0.5 20\n 3.25 -1", [2, 2], ["0.0005", "0.020", "0.00325", "-0.001"]),
    ("1.0e+20 *\n 0.5 0", [1, 2], ["0.5e20", "0"]),
  ]

  @Test(arguments: readable)
  func reads(_ row: (String, [Int], [String])) throws {
    let matrix = try PastedMatrix(row.0)
    #expect(matrix.shape == row.1)
    #expect(matrix.entries == row.2)
  }

  private static let refused: [(String, String)] = [
    ("[[1, 2], [3]]", "Row 2 has 1 numbers, where the first has 2."),
    ("[1 2; 3]", "Row 2 has 1 numbers, where the first has 2."),
    ("1,2\n3", "Row 2 has 1 numbers, where the first has 2."),
    ("1,,2\n3,4,5", "Row 1, column 2 is empty."),
    ("1\tx\n1\t2", "'x' is no number: copy the numbers without their labels."),
    (
      "[[1 2 ... 3]]",
      "The ... in it stands for numbers that were left out; print all of them first."
    ),
    ("[[1, 2], [3, 4]].T", "Behind the brackets stands more: .T"),
    ("array([[1, 2]]) * 2", "Behind the brackets stands more: ) * 2"),
    ("array([[1, 2]], dtype=int) * (2)", "Behind the brackets stands more: , dtype=int) * (2)"),
    ("2 * [[1, 2]]", "Before the brackets stands more than array(."),
    ("[[1, 2], [3, 4]", "A bracket is not closed: ]"),
    ("[[1, 2], 3]", "Numbers stand beside lists of numbers."),
    ("[]", "There are no numbers in the brackets."),
    ("[1,,2]", "Between two commas stands no number."),
    ("[[[[[1]]]]]", "The brackets are nested too deep."),
  ]

  @Test(arguments: refused)
  func refuses(_ row: (String, String)) {
    #expect(throws: PastedMatrix.Problem(message: row.1)) { try PastedMatrix(row.0) }
  }

  /// Also where the terminal's part of the program has cut it.
  @Test(arguments: [5_000_000, 1 << 20])
  func tooLargeIsRefused(_ bytes: Int) {
    let whole = "[" + String(repeating: "1.5, ", count: 1_000_001) + "2]"
    #expect(
      throws: PastedMatrix.Problem(
        message: "That is too large to paste: a matrix has at most 10000 numbers.")
    ) { try PastedMatrix(String(whole.prefix(bytes))) }
  }

  @Test func tooMuchIsRefused() {
    let long = Array(repeating: "1", count: 10_001).joined(separator: ",")
    #expect(
      throws: PastedMatrix.Problem(message: "A matrix of more than 10000 numbers can't be pasted.")
    ) { try PastedMatrix(long) }
    #expect(throws: PastedMatrix.Problem(message: "The brackets are nested too deep.")) {
      try PastedMatrix(String(repeating: "[", count: 100_000))
    }
  }

  private static let kinds: [(String, Bool)] = [
    ("1", false), ("1.5", false), ("1,5", false), ("1 / 2", false), ("-inf", false), ("", false),
    ("1/sqrt(2)", false), ("1 2 3", true), ("1 2", true), ("1; 2", true), ("a b", false),
    ("1, 2, 3", true), ("1\t2", true), ("1\n2", true),
    ("[1]", true), ("1\n", false),
  ]

  @Test(arguments: kinds)
  func tellsMatricesFromNumbers(_ row: (String, Bool)) {
    #expect(PastedMatrix.isLikely(row.0) == row.1, "\(row.0)")
  }
}
