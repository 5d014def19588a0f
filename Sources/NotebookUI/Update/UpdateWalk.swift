import Notebook
import Terminal

extension State {
  /// Opens how the entry under the cursor came about; of an input, which has no origin, what it reaches.
  mutating func explainFocus() {
    guard let reading, let focus = reading.focus, let panel = focus.panel,
      let position = focus.position
    else {
      message = .note("There is no number here to explain.")
      return
    }
    if let panel = reading.focusedPanel, reading.isVeiled(panel, at: position) {
      message = .note("\(panel.entryName(position)) is to be guessed first.")
      return
    }
    if reading.focusedPanel?.isInput == true { return showReach() }
    begin(.origins, reading.session.derivation(of: panel, at: position))
  }

  /// Opens which results the entry under the cursor has a say in.
  mutating func showReach() {
    guard let reading, let panel = reading.focus?.panel, let position = reading.focus?.position
    else {
      message = .note("There is no number here that could reach others.")
      return
    }
    begin(.results, reading.session.reach(of: panel, at: position))
  }

  private mutating func begin(_ direction: Walk.Direction, _ tree: Derivation?) {
    guard var tree else { return }
    tree.openLevels(upTo: WalkFrame(size: size).height)
    walk = Walk(direction, tree)
    if layer != .walk { layers.append(.walk) }
  }

  mutating func performInWalk(_ action: Action) -> [Effect] {
    guard var walk else { return [] }
    let page = max(1, WalkFrame(size: size).height - 1)
    switch action {
    case .up: walk.selected -= 1
    case .down: walk.selected += 1
    case .backward: walk.selected -= page
    case .forward: walk.selected += page
    case .firstEntry: walk.selected = 0
    case .lastEntry: walk.selected = walk.tree.rows.count - 1
    case .right: walk.goIn()
    case .left: walk.goOut()
    case .open: return leaveWalk()
    case .reach: turnWalk()
    case .back: closeWalk()
    case .play:
      // A demonstration goes on in what it has opened itself, and else on the step.
      guard playing != nil || !demonstrations.isEmpty else {
        message = .note(wordsWithoutDemonstration)
        break
      }
      if playing?.isInWalk != true { closeWalk() }
      return play()
    default: break
    }
    guard layer == .walk, action != .reach else { return [] }
    walk.keepInSight(height: WalkFrame(size: size).height)
    self.walk = walk
    return []
  }

  mutating func closeWalk() {
    walk = nil
    if layer == .walk { layers.removeLast() }
  }

  /// From a number of the tree to what that number reaches.
  private mutating func turnWalk() {
    guard let reading, let goal = walk?.row.node.goal,
      let panel = reading.session.panelID(forName: goal.name)
    else {
      message = .note("This number has no name, so nothing else is made of it.")
      return
    }
    begin(.results, reading.session.reach(of: panel, at: goal.position))
  }

  /// Goes to the number under the cursor, in the step where it stands.
  private mutating func leaveWalk() -> [Effect] {
    guard let walk else { return [] }
    if case .more = walk.row.node {
      self.walk?.goIn()
      return []
    }
    if walk.selected == 0 {
      closeWalk()
      return []
    }
    guard let goal = walk.row.node.goal else {
      message = .note("This number stands here alone; go to one with a name.")
      return []
    }
    guard let revealed = go(to: goal) else {
      message = .note("\(goal.name) is not shown in any step.")
      return []
    }
    closeWalk()
    showFocus()
    if revealed { keepScrollOfReveal() }
    return [.save]
  }

  /// Moves the focus to an entry of a name, in its step.
  ///
  /// - Returns: whether pauses were passed on the way; nil where it stands on the screen of no step.
  private mutating func go(to goal: NamedEntry) -> Bool? {
    guard let reading,
      let (id, step) = reading.session.place(showing: goal.name, near: reading.step)
    else { return nil }
    let focus = Focus(panel: id, position: goal.position)
    if focus != reading.focus { markJump() }
    if step != reading.step { self.reading?.go(toStep: step) }
    let revealed = self.reading?.reveal(id) ?? false
    self.reading?.focus = focus
    self.reading?.repairFocus()
    return revealed
  }
}

extension Walk {
  /// Opens the branch, or goes to the first of what it holds.
  mutating func goIn() {
    if row.opens && !row.isOpen {
      tree.open(selected)
    } else if row.isOpen {
      selected += 1
    }
  }

  /// Closes the branch, or goes to the one that it stands in.
  mutating func goOut() {
    if row.isOpen && selected > 0 {
      tree.close(selected)
    } else if let parent = tree.parent(of: selected) {
      selected = parent
    }
  }
}
