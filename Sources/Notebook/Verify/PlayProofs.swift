/// Plays a demonstration of a step as the notebook would, without a screen; what goes wrong first, if anything does.
package typealias Rehearsal =
  @Sendable (_ session: Session, _ step: Int, _ demonstration: Demonstration) -> PlayFault?

extension LessonProofs {
  /// Every demonstration plays to its end.
  ///
  /// Where a cell is at fault, a demonstration that stumbles over it says nothing new.
  mutating func provePlays(_ rehearse: Rehearsal) {
    guard !problems.contains(where: { [.cell, .option].contains($0.rule) }) else { return }
    for (step, content) in lesson.steps.enumerated() {
      for demonstration in content.demonstrations {
        guard hasTime(at: demonstration.line) else { return }
        if let fault = rehearse(session, step, demonstration) {
          report(.play, demonstration.line, fault.message, advice: fault.advice)
        }
      }
    }
  }
}
