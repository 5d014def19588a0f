import Testing

/// Faults of what a screen of 80×24 holds, each planted in a lesson that is well.
@Suite struct FitFaultTests {
  @Test(arguments: [
    PlantedFault(
      "a step too tall",
      "**Guess, then try:** set `W[b, y]`",
      "Line 1 of a paragraph that goes on.\n\nLine 2 of a paragraph that goes on.\n\nLine 3 of a paragraph that goes on.\n\nLine 4 of a paragraph that goes on.\n\nLine 5 of a paragraph that goes on.\n\nLine 6 of a paragraph that goes on.\n\nLine 7 of a paragraph that goes on.\n\n**Guess, then try:** set `W[b, y]`",
      [
        "12: the step takes 24 lines, and a screen of 80×24 has 19 for it; shorten it by 5 lines, or begin a new step in it"
      ]),
    PlantedFault(
      "a matrix too wide",
      "W = [[1, 2],\n     [3, 5]]",
      "W = [[1, 2],\n     [3, 5]]\nwide = ones((2, 40))",
      [
        "12: wide shows 10 of 40 columns, at 80×24; make the matrix smaller, or its labels and decimals shorter",
        "25: cols has 2 labels, where there are 40 columns; write one label for each column",
      ]),
    PlantedFault(
      "a matrix too tall",
      "W = [[1, 2],\n     [3, 5]]",
      "W = [[1, 2],\n     [3, 5]]\ntall = ones((30, 2))",
      [
        "12: the step takes 27 lines, and a screen of 80×24 has 19 for it; shorten it by 8 lines, or begin a new step in it",
        "12: tall shows 15 of 30 rows, at 80×24; make the matrix smaller, or its labels and decimals shorter",
        "24: rows has 2 labels, where there are 30 rows; write one label for each row",
      ]),
    PlantedFault(
      "a step too tall once it is solved",
      "averages = W.sum(axis=1) / 2",
      "half = 2\nthird = half + 1\nfourth = half + 2\nfifth = half + 3\nsixth = [[1],[2],[3],[4],[5],[6],[7],[8]]\naverages = W.sum(axis=1) / half",
      [
        "58: the step takes 24 lines once it is solved, and a screen of 80×24 has 19 for it; shorten it by 5 lines, or begin a new step in it"
      ]),
    PlantedFault(
      "a step too tall once its quiz is answered",
      "- [ ] Each row. — That is `axis=1`, as in `sums`.",
      (1...3).map { "- [ ] Some of it, \($0). — No." }.joined(separator: "\n")
        + "\n- [x] All. — " + String(repeating: "So it is, said at length. ", count: 16),
      [
        "35: the step takes 24 lines once which-axis is answered with 4, and a screen of 80×24 has 19 for it; shorten it by 5 lines, or begin a new step in it"
      ]),
  ])
  func isNamed(fault: PlantedFault) throws {
    try fault.expectNamed()
  }
}
