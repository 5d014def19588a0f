import CellLanguage
import Notebook

/// What leaving loses, because it can't be kept.
package struct Loss: Hashable, Sendable {
  /// The files of the notebooks of which something is neither saved nor kept, by the names that their author has for them.
  let notebooks: [String]
  /// Whether something is lost that was done in lessons, not only where one stood.
  let isOfLessons: Bool
  /// Whether what was done is kept, and only how to undo it isn't.
  let isOfHistory: Bool
  /// Why; nil where the reader wanted nothing kept.
  let problem: ProgressProblem?

  /// Whether anybody would miss it.
  package var isFelt: Bool { !notebooks.isEmpty || isOfLessons || isOfHistory }

  /// Whether it was no wish of the reader's.
  package var isToldByStatus: Bool { isFelt && problem != nil }

  init(
    notebooks: [String] = [], isOfLessons: Bool = false, isOfHistory: Bool = false,
    because problem: ProgressProblem?
  ) {
    self.notebooks = notebooks
    self.isOfLessons = isOfLessons
    self.isOfHistory = isOfHistory
    self.problem = problem
  }

  // MARK: - Words

  /// What a reader who leaves is told once.
  ///
  /// - Parameter key: that leaves.
  func warning(_ key: String) -> Message {
    let them = notebooks.count > 1 ? "them" : "it"
    let leaving = "\(key) again leaves and loses \(them)."
    let words =
      switch (problem, notebooks.isEmpty) {
      case (nil, _): "\(Self.listed(names)) isn't saved, and nothing is kept: \(leaving)"
      case (let problem?, true): "\(subject) can't be kept. \(problem.line). \(leaving)"
      case (let problem?, false):
        "\(subject) can't be kept. \(problem.line), or :write \(them) elsewhere. \(leaving)"
      }
    return .refusal(TextFilter.visible(words))
  }

  private var subject: String {
    let them = notebooks.count > 1 ? "aren't" : "isn't"
    return switch (notebooks.isEmpty, isOfLessons) {
    case (true, _): isOfHistory ? "How to undo what you did" : "What you did last"
    case (false, false): "\(Self.listed(names)) \(them) saved and"
    case (false, true): "\(Self.listed(names)) \(them) saved; that and what you did in lessons"
    }
  }

  /// What was lost, in lines for the shell that qkv was started from.
  package var lines: [String] {
    guard let problem else {
      return notebooks.map { "\($0) wasn't saved; what you wrote is lost, since nothing is kept" }
    }
    let ofNotebooks = notebooks.map {
      "\($0) wasn't saved, and what you wrote last is lost. \(problem.line)"
    }
    if !notebooks.isEmpty, !isOfLessons { return ofNotebooks }
    return ofNotebooks + ["the last changes could not be saved. \(problem.line)"]
  }

  /// `mine.md`
  private var names: [String] {
    notebooks.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
  }

  /// `a.md, b.md and c.md`
  private static func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension State {
  /// Tells a reader who leaves what that loses, where they see it: what lies over that is closed.
  mutating func warn(before loss: Loss) {
    if layer == .walk { closeWalk() }
    (finder, copy) = (nil, nil)
    layers.removeAll { ![.home, .lesson, .notes].contains($0) }
    reading?.editing = nil
    let key = layer == .home ? bindings.key(.back, in: .home) : keyName(.leave)
    message = loss.warning(key)
    confirming = .leave
  }
}

extension ProgressChange {
  /// Whether losing it would lose something that the reader made.
  var isWork: Bool {
    switch self {
    case .edit, .own, .attempt: true
    case .last, .notebook, .step, .draft: false
    }
  }
}
