import Testing

@testable import CellLanguage

@Suite struct NearNamesTests {
  static let names = [
    "softmax", "sort", "sqrt", "sum", "Q", "K", "causal_mask", "window_mask", "sum",
  ]

  @Test(
    "Names near a misspelt one are offered",
    arguments: [
      ("sofmax", ["softmax"]), ("Softmax", ["softmax"]), ("sotfmax", ["softmax"]),
      ("srt", ["sort", "sqrt"]), ("causl_mask", ["causal_mask"]), ("q", ["Q"]), ("d", []),
      ("xyz", []),
      ("smu", ["sum"]), ("", []), ("QK", ["Q", "K"]), ("sqrt", ["sort"]),
    ]) func nearest(name: String, expected: [String])
  {
    #expect(NearNames.nearest(to: name, in: Self.names) == expected)
  }

  @Test func atMostThreeAreOffered() {
    #expect(NearNames.nearest(to: "aa", in: ["ab", "ac", "ad", "ae"]) == ["ab", "ac", "ad"])
  }
}
