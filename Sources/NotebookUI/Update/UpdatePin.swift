import Notebook

/// A state of the lesson that is kept to compare with.
extension State {
  mutating func togglePin() -> [Effect] {
    guard let reading else { return [] }
    if reading.pin == nil {
      self.reading?.pin = reading.session
      message = .note(
        "Pinned. \(keyName(.returnToPin)) goes back to it, \(keyName(.pin)) unpins.")
    } else {
      self.reading?.pin = nil
      message = .note("Unpinned.")
    }
    scrollIntoRange()
    return [.save]
  }

  mutating func returnToPin() -> [Effect] {
    guard let pin = reading?.pin else {
      message = .note("Nothing is pinned; \(keyName(.pin)) pins the numbers as they are.")
      return []
    }
    return takeBack(
      "All is as pinned again; \(keyName(.undo)) undoes", isNamed: true, "All is as pinned already."
    ) { $0.goBack(to: pin, as: .returnToPin) }
  }
}
