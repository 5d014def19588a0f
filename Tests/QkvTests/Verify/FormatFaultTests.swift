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
        "76: \"vary\" is no option here; known here: rows, cols, view, slider, step, editable, digits, title, locked, first, yours, hidden",
      ]),
    PlantedFault(
      "a title alone",
      "## What you can do now",
      "## Nothing\n\n## What you can do now",
      [
        "169: the step has nothing below its title; write what it shows, or take the title out"
      ]),
    PlantedFault(
      "an id twice in the lesson",
      "<!-- quiz: which-axis -->",
      "<!-- quiz: averages -->",
      [
        "60: the id averages stands already on line 40; take another id"
      ]),
    PlantedFault(
      "an exercise's id twice in the lesson",
      "<!-- exercise: seven points=1 edits=shares -->",
      "<!-- exercise: averages points=1 edits=shares -->",
      [
        "97: the id averages stands already on line 60; take another id"
      ]),
    PlantedFault(
      "a cell whose fence isn't closed",
      "a, b\nsums = W.sum(axis=1)\n```",
      "a, b\nsums = W.sum(axis=1)",
      [
        "30: the fence that begins here isn't closed; end it with ``` on a line of its own"
      ]),
    PlantedFault(
      "a check whose fence isn't closed",
      "\"each row added up and divided by two\"\n```",
      "\"each row added up and divided by two\"",
      [
        "75: the fence that begins here isn't closed; end it with ``` on a line of its own"
      ]),
    PlantedFault(
      "a long fence that isn't closed",
      "The last step says",
      String(repeating: "`", count: 5000) + "\nThe last step says",
      [
        "171: the fence that begins here isn't closed; end it with 5000 of ` on a line of its own"
      ]),
    PlantedFault(
      "a hint that says nothing",
      "<!-- hint: what is the average of 1 and 2? -->",
      "<!-- hint: -->",
      [
        "80: hint 1 of the exercise says nothing; write it behind <!-- hint: or delete it"
      ]),
    PlantedFault(
      "a cell that takes too long",
      "a, b\nsums = W.sum(axis=1)",
      "a, b\nsums = array([x for x in range(10**9)])",
      [
        "32: this takes more than 40,000,000 steps; smaller arrays or fewer rounds of a loop; a run may take that many steps in all"
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
