import Testing

/// Faults of demonstrations, each planted in a lesson that is well.
@Suite struct PlayFaultTests {
  private static let sound = "<!-- play: W[b, y] = 0; expect sums[b] = 3; u -->"

  @Test(arguments: [
    (
      "W[b, z] = 0; u", "there is no W[b, z]; there are x, y"
    ),
    ("go Quite", "there is no Quite here; shown here: W, sums"),
    ("go sum", "there is no sum here; did you mean sums?"),
    ("W[b, y] = 5", "“W[b, y] = 5” changes nothing; set another number"),
    (
      "W[b, y] = five; u",
      "“W[b, y] = five” isn't accepted: an entry is a number; 'five' is a name; write a number or a formula"
    ),
    (
      "W[b] = 0",
      "W[b] has 1 indices, and W takes 2; write a row and a column, or of a vector one of them"
    ),
    (
      "u",
      "“u” does nothing here: There is nothing to undo.; leave it out, or do something before it"
    ),
    ("n", "“n” leaves the step; a demonstration stays in its step"),
    ("Ctrl-C", "“Ctrl-C” leaves the step; a demonstration stays in its step"),
    (
      "W[b, y] = 0; expect sums[b] = 4; u",
      "sums[b] is expected to be 4, and it is 3; mend the number, or what is played before"
    ),
    (
      "W[b, y] = 0",
      "the demonstration changes numbers and doesn't say what comes out; end it with u, or with expect NAME[ROW, COLUMN] = NUMBER"
    ),
    (
      "go sums[a]; e",
      "the demonstration leaves something open at its end; close it with Esc"
    ),
    (
      "go sums[a]; e; go W",
      "W can't be gone to while something else is open; close it with Esc before"
    ),
  ])
  func isNamed(_ acts: String, _ problem: String) throws {
    try PlantedFault(acts, Self.sound, "<!-- play: \(acts) -->", ["22: \(problem)"]).expectNamed()
  }
}
