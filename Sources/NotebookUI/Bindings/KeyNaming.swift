import Terminal

extension Reading {
  /// The key of an action, as a sentence names it.
  func keyName(_ action: Action) -> String { bindings.key(action, in: context) }
}

extension State {
  /// The key of an action, as a sentence names it.
  func keyName(_ action: Action) -> String { bindings.key(action, in: context) }
}

extension Bindings {
  /// What goes up, down, left and right in a place, as a sentence names it: `arrows`, else every key.
  func arrows(_ actions: [Action] = [.up, .down, .left, .right], in context: Context) -> String {
    let rows = actions.map { binding($0, in: context) }
    let hasArrows = rows.allSatisfy { row in
      row?.keys.contains { [.up, .down, .left, .right].contains($0.key) } ?? false
    }
    if hasArrows { return "arrows" }
    return zip(rows, actions).map { row, action in
      row?.keys.first?.name ?? ":\(action.name)"
    }.joined(separator: " ")
  }
}
