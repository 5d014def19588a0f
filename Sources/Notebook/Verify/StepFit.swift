/// How a step stands on a screen of a given size.
package struct StepFit: Hashable, Sendable {
  /// Lines that the step takes, and those that the screen has for it.
  package let lines: Int
  package let available: Int
  /// The lines it takes where the empty ones between its elements are given up for the rest to be seen.
  package let squeezed: Int
  /// The panels of which a part is out of view, each with what is seen: `E shows 12 of 40 columns`.
  package let cut: [String]

  package init(lines: Int, squeezed: Int? = nil, available: Int, cut: [String] = []) {
    self.lines = lines
    self.squeezed = squeezed ?? lines
    self.available = available
    self.cut = cut
  }
}

/// Lays a step out as the notebook would, without a screen.
package typealias StepMeasure = @Sendable (_ session: Session, _ step: Int) -> StepFit
