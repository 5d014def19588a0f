import AttentionEngine
import CellLanguage
import Notebook

/// The entries that a prediction of the step asks for, until it is answered: `?` stands in their place.
extension Reading {
  static let veil = "?"

  /// The offsets of a panel's entries that are still to be guessed.
  func veiled(_ panel: Panel) -> Set<Int> {
    guard !panel.isInput, case .array(let array) = panel.content,
      let shape = panel.tableShape, let name = panel.name ?? panel.formula
    else { return [] }
    return Set(
      asked.compactMap { entry in
        guard entry.name == name, let position = entry.position(in: array.shape) else { return nil }
        return shape.place(of: position).map { shape.offset(of: $0) }
      })
  }

  func isVeiled(_ panel: Panel, at position: [Int]) -> Bool {
    guard let shape = panel.tableShape, let place = shape.place(of: position) else { return false }
    return veiled(panel).contains(shape.offset(of: place))
  }

  /// Whether it is one of the entries that are still to be guessed, by whatever panel shows it.
  func isVeiled(_ entry: NamedEntry) -> Bool {
    guard case .array(let array)? = session.panel(named: entry.name)?.content else { return false }
    return asked.contains {
      $0.name == entry.name && $0.position(in: array.shape) == entry.position
    }
  }

  /// A number in prose, where it isn't the one to be guessed.
  func text(of live: LiveNumber) -> String {
    if let entry = AskedEntry(live.expression), asked.contains(entry) {
      return Self.veil
    }
    return session.text(of: live)
  }

  /// What the step's predictions ask for that nobody has answered yet, where it is an entry.
  private var asked: [AskedEntry] {
    guard let curtain, curtain.kind != .room, lesson.steps[safe: step]?.asksForNumbers == true
    else {
      return []
    }
    return tasksOfStep.compactMap { task in
      guard case .predict(let predict) = task, isUnanswered(task) else { return nil }
      return AskedEntry(predict.answer)
    }
  }

  /// What is said of such an entry, in the place of how it came about.
  func words(aboutVeiled name: String) -> String {
    "\(name) = \(Self.veil)  guess it in the question; \(bindings.key(.solution)) there shows it"
  }
}

extension Step {
  /// Whether it has predictions: most steps have none.
  fileprivate var asksForNumbers: Bool {
    blocks.contains { if case .predict = $0 { true } else { false } }
  }
}
