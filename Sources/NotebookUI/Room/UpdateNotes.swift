package import Notebook

extension State {
  /// What the speaker's terminal shows, in the place of lessons.
  package mutating func follow(_ notes: Notes) {
    self.notes = notes
    layers = [.notes]
  }

  /// Takes in where demonstrations are.
  package mutating func look(_ running: [RunningDemo], killed: [Int32], at now: Int) {
    notes?.look(running, killed: killed, at: now)
    keepNotesInRange()
  }

  mutating func performInNotes(_ action: Action) -> [Effect] {
    let page = max(1, notesHeight - 1)
    switch action {
    case .up: notes?.scroll -= 1
    case .down: notes?.scroll += 1
    case .backward: notes?.scroll -= page
    case .forward: notes?.scroll += page
    case .pauseClock: notes?.pauseClock()
    case .resetClock: notes?.resetClock()
    case .nextDemo: followNextDemo()
    case .back: return [.quit(0)]
    default: break
    }
    keepNotesInRange()
    return []
  }

  private mutating func followNextDemo() {
    if (notes?.demos.count ?? 0) < 2 {
      message = .note("There is no other demonstration.")
    } else {
      notes?.followNext()
    }
  }

  mutating func keepNotesInRange() {
    let last = notesLines.count - notesHeight
    let scroll = notes?.scroll ?? 0
    notes?.scroll = max(0, min(scroll, last))
  }
}
