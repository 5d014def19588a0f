import Notebook
import Terminal

/// What the checks of an exercise found, below each that failed. The same is said once; of what would fill the screen the rest
/// stands at the end of the step.
struct CheckFindings {
  private static let indent = 4
  /// Lines of one finding between the checks.
  private static let most = 6

  let checks: [CheckResult]
  let prose: ProseLayout
  let width: Int

  func lines(below index: Int) -> [StyledLine] {
    guard isTold(index) else {
      guard sentence(index) != nil else { return [] }
      return [StyledLine("as above", .dim).indented(by: Self.indent)]
    }
    let lines = whole(index)
    guard lines.count > Self.most else { return lines }
    var few = Array(lines.prefix(Self.most))
    few[Self.most - 1].runs.append(Run(" …"))
    return few
  }

  /// What has no room between the checks, with the check that it belongs to.
  var rest: [StyledLine] {
    let lines = checks.indices.flatMap { index -> [StyledLine] in
      guard isTold(index), whole(index).count > Self.most else { return [] }
      let mark = TaskMark.failed.run(ascii: prose.isASCII)
      let message = [mark, Run(" "), prose.spelled(Run(checks[index].message))]
      return LineWrapping.wrap(message, width: width, hanging: 2) + whole(index)
    }
    return lines.isEmpty ? [] : [StyledLine("What the checks found", .label)] + lines
  }

  /// Whether something new stands below a check.
  private func isTold(_ index: Int) -> Bool {
    guard let sentence = sentence(index) else { return false }
    return !checks.indices.prefix(index).contains { self.sentence($0) == sentence }
  }

  private func sentence(_ index: Int) -> String? {
    checks[index].status == .failed ? checks[index].finding?.sentence : nil
  }

  private func whole(_ index: Int) -> [StyledLine] {
    guard let sentence = sentence(index) else { return [] }
    return LineWrapping.wrap([prose.spelled(Run(sentence))], width: width - Self.indent - 2)
      .map { $0.indented(by: Self.indent) }
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
