import Testing

@testable import Notebook

@Suite struct ShownNumberTests {
  @Test(
    "a small number gets decimals, and powers of ten only below 0.0001",
    arguments: [
      (0.0002, 2, "0.0002"), (0.004, 2, "0.004"), (0.0001, 3, "0.0001"), (-0.0002, 2, "-0.0002"),
      (0.00002, 2, "2.0e-05"), (0.2, 2, "0.20"), (0.0, 2, "0.00"), (-0.0, 1, "0.0"),
      (0.00002, 5, "0.00002"), (2_000_000, 1, "2.0e+06"),
    ])
  func computed(_ value: Double, _ digits: Int, _ text: String) {
    #expect(ShownNumber.computed(value, digits: digits) == text)
  }
}
