import Notebook

/// Where a jump left from: a search, a step by its number, a number walked to.
struct LeftPlace: Hashable {
  let lesson: String
  let step: Int
  let focus: Focus?
  let scroll: Int
}

extension State {
  private static let mostJumps = 100

  /// Keeps the place on the screen, for the way back.
  mutating func markJump() {
    guard let reading, layers.contains(.lesson) else { return }
    let place = LeftPlace(
      lesson: reading.lesson.id, step: reading.step, focus: reading.focus, scroll: reading.scroll)
    guard jumps.last != place else { return }
    jumps = jumps.suffix(Self.mostJumps - 1) + [place]
  }

  /// Goes back to where the last jump left from, in this lesson or another.
  mutating func jumpBack() -> [Effect] {
    guard let place = jumps.popLast() else {
      message = .note("A search or a jump to a step leads back from here; there was none.")
      return []
    }
    if reading?.lesson.id != place.lesson {
      guard let index = shelf.lessons.firstIndex(where: { $0.id == place.lesson }) else {
        message = .note("That lesson isn't in the list any more.")
        return []
      }
      openLesson(at: index)
    }
    if reading?.step != place.step { reading?.go(toStep: place.step) }
    reading?.focus = place.focus
    reading?.repairFocus()
    reading?.scroll = place.scroll
    scrollIntoRange()
    return [.save]
  }
}
