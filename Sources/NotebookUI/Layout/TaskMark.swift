import Notebook
import Terminal

/// What stands before a check or an option. A word goes with it wherever it says how something went.
enum TaskMark {
  case passed, failed, open, marked
  /// Options of which several are right.
  case openBox, markedBox

  init(_ status: CheckResult.Status) {
    switch status {
    case .passed: self = .passed
    case .failed: self = .failed
    case .pending: self = .open
    }
  }

  func text(ascii: Bool) -> String {
    switch self {
    case .passed: ascii ? "[x]" : "✓"
    case .failed: ascii ? "[!]" : "✗"
    case .open: ascii ? "[ ]" : "○"
    case .marked: ascii ? "[*]" : "●"
    case .openBox: ascii ? "[ ]" : "☐"
    case .markedBox: ascii ? "[*]" : "☑"
    }
  }

  var style: Style {
    switch self {
    case .passed: Style(.success, bold: true)
    case .failed: Style(.failure, bold: true)
    case .open, .openBox: Style(.label)
    case .marked, .markedBox: Style(.strong, bold: true)
    }
  }

  func run(ascii: Bool) -> Run { Run(text(ascii: ascii), style) }

  /// How a check went, in a word.
  var word: String {
    switch self {
    case .passed: "passed"
    case .failed: "not yet"
    case .open, .marked, .openBox, .markedBox: "open"
    }
  }
}

extension LessonTask {
  /// `1 point`, `2 points`.
  var pointsText: String { points == 1 ? "1 point" : "\(points) points" }
}
