extension LessonProofs {
  /// A title alone is no step, but in a notebook that has just been begun.
  mutating func proveSteps() {
    guard lesson.steps.count > 1 else { return }
    for step in lesson.steps where step.blocks.isEmpty {
      report(
        .format, step.line, "the step has nothing below its title",
        advice: "write what it shows, or take the title out")
    }
  }

  /// What is left of the form that a question or an exercise began with.
  mutating func proveSkeletons() {
    for line in lines where line.text.utf8.contains(0xE2) {
      let characters = Array(line.text)
      for gap in Skeleton.gaps(in: characters) {
        report(
          .format, line.number, "\(String(characters[gap])) is still to be written",
          advice: "put your own words in its place")
      }
    }
  }
}
