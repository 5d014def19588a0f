import Testing

@testable import CellLanguage

@Suite struct MatrixNumbersTests {
  @Test(
    "Points stand under one another",
    arguments: [
      ([1, -0.5, 10], 2, [" 1.00", "-0.50", "10.00"]),
      ([1, 20, 300], 0, ["  1", " 20", "300"]),
      ([0.5, .infinity, -.infinity, .nan], 2, ["0.50", " inf", "-inf", " nan"]),
      ([0, 0], 1, ["0.0", "0.0"]),
      ([0.125, 0.375], 2, ["0.12", "0.38"]),
      ([999_999, 0.001], 2, ["999999.00", "     0.00"]),
      ([1e6, 1], 2, ["1.00e+06", "1.00e+00"]),
      ([0.004, 0], 2, ["4.00e-03", "0.00e+00"]),
      ([0.005, 0], 2, ["0.01", "0.00"]),
      ([], 2, []),
    ] as [([Double], Int, [String])]) func aligned(numbers: [Double], digits: Int, texts: [String])
  {
    #expect(MatrixNumbers(for: numbers, digits: digits).aligned(numbers) == texts)
  }
}
