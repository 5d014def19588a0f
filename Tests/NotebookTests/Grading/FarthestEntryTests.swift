import Testing

@testable import Notebook

struct FarthestEntryTests {
  @Test func theFarthestCountsAndOfEqualOnesTheFirst() {
    let cases: [(found: [Double], expected: [Double], offset: Int)] = [
      ([1, 5, 3], [0, 0, 0], 1),
      ([-7, 5, 3], [0, 0, 0], 0),
      ([2, 2, 2], [1, 3, 1], 0),
      // Equal but for rounding.
      ([0.3, 0.1 + 0.2], [0, 0], 0),
      ([1, .nan, 1e308], [0, 0, 0], 1),
      ([1, .infinity, .nan], [0, 0, 0], 1),
      ([1, 2, 3], [0, .nan, 0], 1),
      ([9, .infinity], [0, -.infinity], 1),
      ([0, .leastNonzeroMagnitude], [0, 0], 1),
      ([-1e308, 1e308], [1, -1e308], 1),
    ]
    for (found, expected, offset) in cases {
      var farthest = FarthestEntry()
      for (index, (x, y)) in zip(found, expected).enumerated() {
        farthest.meet(index, found: x, expected: y)
      }
      #expect(farthest.entry?.offset == offset, "\(found) for \(expected)")
    }
  }

  @Test func nothingMetIsNothing() {
    #expect(FarthestEntry().entry == nil)
  }
}
