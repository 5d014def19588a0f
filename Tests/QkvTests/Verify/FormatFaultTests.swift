import Testing

/// Faults of the form of the file, each planted in a lesson that is well.
@Suite struct FormatFaultTests {
  @Test(arguments: [
    PlantedFault(
      "an unknown directive",
      "<!-- pause -->",
      "<!-- pasue -->",
      [
        "21: \"pasue\" is no directive; did you mean pause?"
      ]),
    PlantedFault(
      "an unknown mark",
      "{.qkv .check}\n#| vary: W\nassert av",
      "{.qkv .chek}\n#| vary: W\nassert av",
      [
        "60: the exercise has no check; add a fence ```python {.qkv .check} with assertions",
        "75: \".chek\" is no mark of a fence; did you mean .check?",
        "76: \"vary\" is no option here; known here: rows, cols, view, slider, editable, digits, title, locked, hidden",
      ]),
    PlantedFault(
      "an id twice in the lesson",
      "<!-- quiz: which-axis -->",
      "<!-- quiz: averages -->",
      [
        "60: the id averages stands already on line 40; take another id"
      ]),
    PlantedFault(
      "an escape sequence in the prose",
      "A step is one screen",
      "A step \u{1B}[31mis one screen",
      [
        "14: a character that can't be shown stands here: ^[; delete it"
      ]),
    PlantedFault(
      "a bidirectional override",
      "Bring `mixed`",
      "Bring \u{202E}`mixed`",
      [
        "98: a character that can't be shown stands here: <U+202E>; delete it"
      ]),
    PlantedFault(
      "a cell that can't be read",
      "a, b\nsums = W.sum(axis=1)",
      "a, b\nsums = W.sum(axis=1",
      [
        "32: this '(' is never closed; mend the cell"
      ]),
    PlantedFault(
      "no end of an exercise",
      "averages = W.sum(axis=1)\n```\n<!-- end -->",
      "averages = W.sum(axis=1)\n```",
      [
        "60: the exercise that begins here isn't ended before the step on line 94; write <!-- end --> behind it"
      ]),
    PlantedFault(
      "an unknown option",
      "#| locked",
      "#| loked",
      [
        "102: \"loked\" is no option here; did you mean locked?"
      ]),
    PlantedFault(
      "no right option",
      "- [x] Each",
      "- [ ] Each",
      [
        "40: no option of the quiz is right; mark the right one with - [x]"
      ]),
    PlantedFault(
      "no check",
      "```python {.qkv .check}\nassert abs(mixed - 7) < 0.005, \"mixed is 7\"\nassert abs(shares.sum() - 1) < 0.005, \"the shares sum to 1\"\n```\n",
      "",
      [
        "97: the exercise has no check; add a fence ```python {.qkv .check} with assertions"
      ]),
  ])
  func isNamed(fault: PlantedFault) throws {
    try fault.expectNamed()
  }
}
