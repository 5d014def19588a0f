extension State {
  mutating func performAtHome(_ action: Action) -> [Effect] {
    let last = max(0, shelf.lessons.count - 1)
    switch action {
    case .up: home.selected = max(0, home.selected - 1)
    case .down: home.selected = min(last, home.selected + 1)
    case .firstEntry: home.selected = 0
    case .lastEntry: home.selected = last
    case .open: openLesson(at: home.selected)
    case .back: return [.save, .quit(0)]
    default: break
    }
    return []
  }
}
