import Testing

/// Faults of checks, each planted in a lesson that is well.
@Suite struct CheckFaultTests {
  @Test(arguments: [
    PlantedFault(
      "a check that accepts everything",
      "assert abs(shares.sum() - 1) < 0.005",
      "assert shares.shape == shares.shape",
      [
        "118: the check “the shares sum to 1” passes whatever is entered; assert something that a wrong answer fails, or delete the line"
      ]),
    PlantedFault(
      "a check of what can't change",
      "assert abs(shares.sum() - 1) < 0.005",
      "assert allclose(levels, [4, 8])",
      [
        "118: the check “the shares sum to 1” passes whatever is entered; assert something that a wrong answer fails, or delete the line"
      ]),
    idle("averages.shape == (9,) or 1 < 2"),
    idle("averages.shape == averages.shape"),
    idle("allclose(averages, averages)"),
    idle("all(averages == averages)"),
    idle("all(isfinite(averages))"),
    idle("averages.sum() < 1e9"),
    idle("abs(averages[0] - W.mean(axis=1)[0]) < 100000"),
    idle("allclose(averages, W.mean(axis=1), atol=1e9)"),
    PlantedFault(
      "a tolerance that lets everything near pass",
      "assert allclose(averages, W.mean(axis=1), atol=1e-6)",
      "assert allclose(averages, W.mean(axis=1), atol=10)",
      [
        "77: the numbers of the solution pass when they are typed in; compare each entry, and more closely: allclose(…, atol=1e-6)",
        "87: the wrong answer passes every check; check what is wrong with it, or delete it",
        "91: the wrong answer passes every check; check what is wrong with it, or delete it",
      ]),
    PlantedFault(
      "checks of the shape alone",
      "assert allclose(averages, W.mean(axis=1), atol=1e-6), \"each row added up and divided by two\"\n",
      "",
      [
        "77: the checks accept any numbers of the right shape; compare with the numbers that are right: allclose(…)",
        "86: the wrong answer passes every check; check what is wrong with it, or delete it",
        "90: the wrong answer passes every check; check what is wrong with it, or delete it",
      ]),
    PlantedFault(
      "no variation",
      "#| vary: W\nassert averages.shape",
      "assert averages.shape",
      [
        "76: the numbers of the solution pass when they are typed in; try the answer on other inputs: #| vary: W"
      ]),
    PlantedFault(
      "a variation of nothing",
      "#| vary: W\nassert averages.shape",
      "#| vary: w\nassert averages.shape",
      [
        "76: vary names \"w\", which no cell of the lesson defines; did you mean W?"
      ]),
    PlantedFault(
      "a variation of what is computed",
      "#| vary: W\nassert averages.shape",
      "#| vary: W, sums\nassert averages.shape",
      [
        "76: vary names sums, which is no input of numbers; vary the inputs that it is computed from"
      ]),
    PlantedFault(
      "a variation of the answer",
      "assert abs(mixed - 7)",
      "#| vary: shares\nassert abs(mixed - 7)",
      [
        "117: vary names shares, which is the reader's answer; vary what the answer is computed from"
      ]),
  ])
  func isNamed(fault: PlantedFault) throws {
    try fault.expectNamed()
  }

  /// An assertion that can't fail, in the place of one of the shape and before one that can.
  private static func idle(_ condition: String) -> PlantedFault {
    PlantedFault(
      condition, "averages.shape == (2,)", condition,
      [
        "77: the check “one average for each row” passes whatever is entered; assert something that a wrong answer fails, or delete the line"
      ])
  }
}
