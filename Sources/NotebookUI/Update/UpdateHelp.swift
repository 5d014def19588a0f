import Terminal

extension State {
  mutating func openHelp() {
    guard layer != .help else { return }
    help = Help()
    layers.append(.help)
  }

  mutating func performInHelp(_ action: Action) {
    switch action {
    case .up: help.scroll -= 1
    case .down: help.scroll += 1
    case .backward: help.scroll -= max(1, helpHeight - 1)
    case .forward: help.scroll += max(1, helpHeight - 1)
    case .back:
      if layers.count > 1 { layers.removeLast() }
      showCaption()
    default: break
    }
    help.scroll = max(0, min(help.scroll, lastHelpScroll))
  }

  /// While nothing is looked for, `?` closes what it opened, and the space bar reads on.
  mutating func typeInHelp(_ key: KeyPress) {
    switch key.typed {
    case "?" where help.search.isEmpty: performInHelp(.back)
    case " " where help.search.isEmpty: performInHelp(.forward)
    default: search { $0.apply(key) }
    }
  }

  mutating func search(_ change: (inout TextField) -> Void) {
    change(&help.search)
    help.scroll = 0
  }
}
