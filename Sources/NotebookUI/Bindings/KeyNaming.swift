extension Reading {
  /// The key of an action, as a sentence names it.
  func keyName(_ action: Action) -> String { bindings.key(action, in: context) }
}

extension State {
  /// The key of an action, as a sentence names it.
  func keyName(_ action: Action) -> String { bindings.key(action, in: context) }
}
