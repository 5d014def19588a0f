import Testing

/// Faults of the head, each planted in a lesson that is well.
@Suite struct HeadFaultTests {
  @Test(arguments: [
    PlantedFault(
      "no summary",
      "summary: One line for the list of lessons.\n",
      "",
      [
        "1: the head has no summary; add a line summary: … with what the list of lessons is to say of it"
      ]),
    PlantedFault(
      "no minutes",
      "minutes: 10\n",
      "",
      [
        "1: the head has no minutes; add a line minutes: … with how long it takes"
      ]),
    PlantedFault(
      "too many minutes",
      "minutes: 10",
      "minutes: 500",
      [
        "7: 500 minutes are more than anybody takes at once; divide the lesson; most take 10 to 25"
      ]),
    PlantedFault(
      "minutes that are no number",
      "minutes: 10",
      "minutes: ten",
      [
        "7: \"ten\" is no number of minutes; write minutes: 12"
      ]),
    PlantedFault(
      "a lesson that isn't there",
      "needs: []",
      "needs: [sofmax]",
      [
        "6: there is no lesson \"sofmax\", which this one needs; did you mean softmax?"
      ]),
    PlantedFault(
      "itself",
      "needs: []",
      "needs: [mine]",
      [
        "6: the lesson needs itself; take mine out of needs"
      ]),
    PlantedFault(
      "a lesson twice",
      "needs: []",
      "needs: [softmax, softmax]",
      [
        "6: \"softmax\" is needed twice; keep one of them"
      ]),
    PlantedFault(
      "a later lesson",
      "needs: []",
      "needs: [causal-mask]",
      [
        "6: the lesson needs causal-mask, which is number 9 and comes later; a lesson needs only what comes before it"
      ]),
  ])
  func isNamed(fault: PlantedFault) throws {
    try fault.expectNamed()
  }
}
