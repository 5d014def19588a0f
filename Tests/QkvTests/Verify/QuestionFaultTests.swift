import Testing

/// Faults of quizzes and predictions, each planted in a lesson that is well.
@Suite struct QuestionFaultTests {
  @Test(arguments: [
    PlantedFault(
      "no wrong option",
      "- [ ] Each row.",
      "- [x] Each row.",
      [
        "40: no option of the quiz is wrong; add one with - [ ], best a mistake that readers make"
      ]),
    PlantedFault(
      "an option without a reason",
      "- [ ] Each row. — That is `axis=1`, as in `sums`.",
      "- [ ] Each row.",
      [
        "42: the option has no reason; write why it is wrong behind — or --: text -- reason"
      ]),
    PlantedFault(
      "an option twice",
      "- [x] Each column.",
      "- [x] Each row.",
      [
        "43: the option is the same as the one on line 42; delete one of them"
      ]),
    PlantedFault(
      "no question",
      "What does `W.sum(axis=0)` add up?\n",
      "",
      [
        "40: the quiz asks nothing; write the question above its options"
      ]),
    PlantedFault(
      "a prediction without a reason",
      "— It adds the column y: {W[0, 1]:g} + {W[1, 1]:g} = {W[:, 1].sum():g}.\n",
      "",
      [
        "46: the prediction has no reason; end it with a paragraph that begins with — or -- and a blank: -- …"
      ]),
    PlantedFault(
      "a prediction without a question",
      "What is the second entry of `W.sum(axis=0)`?\n",
      "",
      [
        "46: the prediction asks nothing; write the question below the directive"
      ]),
    PlantedFault(
      "an answer that is a matrix",
      "answer=\"W.sum(axis=0)[1]\"",
      "answer=\"W\"",
      [
        "46: the answer \"W\" is an array of 2×2, not one finite number; write an expression that gives one number: answer=\"A[1, 0]\""
      ]),
    PlantedFault(
      "an answer that is infinite",
      "answer=\"W.sum(axis=0)[1]\"",
      "answer=\"W[0, 0] / 0\"",
      [
        "46: the answer \"W[0, 0] / 0\" is inf, not one finite number; write an expression that gives one number: answer=\"A[1, 0]\""
      ]),
    PlantedFault(
      "an answer that fails",
      "answer=\"W.sum(axis=0)[1]\"",
      "answer=\"W.sum(axis=0)[7]\"",
      [
        "46: the answer \"W.sum(axis=0)[7]\" can't be computed: index 7 is out of range: axis 0 has 2 entries; W.sum(axis=0) is of length 2; they are counted 0 to 1 from the front, -1 to -2 from the end"
      ]),
    PlantedFault(
      "an answer that waits",
      "answer=\"W.sum(axis=0)[1]\"",
      "answer=\"averages[0]\"",
      [
        "46: the answer needs averages, which has no value before the reader acts; predict what the lesson's own cells give"
      ]),
    PlantedFault(
      "a guess that must be exact",
      "answer=\"W.sum(axis=0)[1]\" within=0.01",
      "answer=\"W[0, 1] / 3\" within=0",
      [
        "46: a guess of 0.6666666666666666 can only be right to the last digit; write how near it must come: within=0.05"
      ]),
  ])
  func isNamed(fault: PlantedFault) throws {
    try fault.expectNamed()
  }
}
