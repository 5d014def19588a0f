import CellLanguage

extension Session {
  /// The same session to try a change in while it is typed: what takes long or gets large is refused there.
  package var trial: Session {
    var trial = self
    trial.sheet.limits.steps = 4_000_000
    trial.sheet.limits.entries = 200_000
    return trial
  }
}
