import Notebook
import Terminal

/// What the checks of an exercise found: below each that failed as far as there is room, the rest at the end of the
/// step. The same is said once.
struct CheckFindings {
  /// What stands below the checks themselves.
  enum Shown { case all, first, nothing }

  private static let indent = 4
  /// Lines of one finding between the checks.
  private static let most = (all: 6, first: 3)

  let checks: [CheckResult]
  let prose: ProseLayout
  let width: Int

  func lines(below index: Int, _ shown: Shown) -> [StyledLine] {
    guard isTold(index, shown) else {
      guard shown == .all, sentence(index) != nil else { return [] }
      return [StyledLine("as above", .dim).indented(by: Self.indent)]
    }
    let lines = whole(index)
    let most = most(index, shown)
    guard lines.count > most else { return lines }
    var few = Array(lines.prefix(most))
    few[most - 1].runs.append(Run(" …"))
    return few
  }

  /// What has no room between the checks, with the check that it belongs to.
  func rest(besides shown: Shown) -> [StyledLine] {
    let lines = checks.indices.flatMap { index -> [StyledLine] in
      let isWhole = isTold(index, shown) && whole(index).count <= most(index, shown)
      guard isTold(index, .all), !isWhole else { return [] }
      let mark = TaskMark.failed.run(ascii: prose.isASCII)
      let message = [mark, Run(" "), prose.spelled(Run(checks[index].message))]
      return LineWrapping.wrap(message, width: width, hanging: 2) + whole(index)
    }
    return lines.isEmpty ? [] : [StyledLine("What the checks found", .label)] + lines
  }

  /// Whether something new stands below a check.
  private func isTold(_ index: Int, _ shown: Shown) -> Bool {
    guard let sentence = sentence(index) else { return false }
    let first = checks.indices.first { self.sentence($0) != nil }
    switch shown {
    case .nothing: return false
    case .first: return index == first
    case .all: return !checks.indices.prefix(index).contains { self.sentence($0) == sentence }
    }
  }

  private func sentence(_ index: Int) -> String? {
    checks[index].status == .failed ? checks[index].finding?.sentence : nil
  }

  private func whole(_ index: Int) -> [StyledLine] {
    guard let sentence = sentence(index) else { return [] }
    return LineWrapping.wrap([prose.spelled(Run(sentence))], width: width - Self.indent - 2)
      .map { $0.indented(by: Self.indent) }
  }

  /// An error says all where it stands, with its place; where there is little room, its beginning will do.
  private func most(_ index: Int, _ shown: Shown) -> Int {
    guard shown == .first else { return Self.most.all }
    let finding = checks[index].finding
    return finding?.problem != nil && finding?.expected == nil ? 1 : Self.most.first
  }
}

extension Finding {
  /// `expected 0.23, found 0.50 at out[cat, f], with Q = …, random input 3 of 20`.
  var sentence: String {
    let values = [
      expected.map { "expected \($0)" }, found.map { "found \($0)" },
    ].compactMap { $0 }.joined(separator: ", ")
    let what = [problem, values.isEmpty ? nil : values].compactMap { $0 }.joined(separator: "; ")
    // The name of an entry isn't broken.
    let placed = what + (place.map { " at \($0.replacing(", ", with: ",\u{A0}"))" } ?? "")
    return placed + (input.map { ", with \($0)" } ?? "")
  }
}
