import AttentionEngine
import CellLanguage
import Notebook
import Terminal

/// The way from the cursor to what a demonstration speaks of, and what is typed there.
struct Route {
  private let target: Demonstration.Target
  private let reading: Reading
  private let focus: Focus
  private let panel: Panel
  private let shape: TableShape?
  /// Nil where the matrix as a whole is meant.
  private let position: [Int]?

  init(_ target: Demonstration.Target, _ state: State) throws(PlayFault) {
    guard let reading = state.reading, state.layer == .lesson, reading.editing == nil else {
      throw PlayFault(
        "\(target.text) can't be gone to while something else is open",
        advice: "close it with Esc before")
    }
    // A bare name shows a matrix again; what defines it comes first.
    let panels = reading.panels
    guard
      let panel = panels.first(where: { $0.name == target.name })
        ?? panels.first(where: { $0.name == nil && $0.formula == target.name })
    else {
      throw PlayFault(
        "there is no \(target.name) here",
        advice: Self.advice(target.name, panels.compactMap { $0.name ?? $0.formula }))
    }
    guard let focus = reading.focus, reading.stops.contains(where: { $0.panel == panel.id }) else {
      throw PlayFault("\(target.name) can't be gone to", advice: "name another matrix of the step")
    }
    self.target = target
    self.reading = reading
    self.focus = focus
    self.panel = panel
    shape = reading.shape(of: panel)
    position = try Self.position(of: target, in: panel)
  }

  private static func advice(_ name: String, _ names: [String]) -> String {
    if let near = NearNames.nearest(to: name, in: names).first { return "did you mean \(near)?" }
    return names.isEmpty
      ? "show one before" : "shown here: " + names.joined(separator: ", ")
  }

  /// Labels and numbers as indices.
  static func position(
    of target: Demonstration.Target, in panel: Panel
  ) throws(PlayFault) -> [Int]? {
    guard case .array(let array) = panel.content else {
      if target.indices.isEmpty { return nil }
      throw PlayFault("\(target.name) has no entries", advice: "write \(target.name) alone")
    }
    guard !target.indices.isEmpty else { return nil }
    guard target.indices.count == array.shape.count else {
      let count = array.shape.count
      throw PlayFault(
        "\(target.text) has \(target.indices.count) indices, and \(target.name) takes \(count)",
        advice: "write a row and a column, or of a vector one of them")
    }
    var position: [Int] = []
    for (axis, index) in target.indices.enumerated() {
      let fromEnd = array.shape.count - 1 - axis
      let labels = fromEnd == 0 ? panel.columnLabels : fromEnd == 1 ? panel.rowLabels : []
      guard let place = labels.firstIndex(of: index) ?? Int(index),
        (0..<array.shape[axis]).contains(place)
      else {
        throw PlayFault(
          "there is no \(target.text)",
          advice: labels.isEmpty
            ? "indices are counted from 0, here up to \(array.shape[axis] - 1)"
            : "there are \(labels.joined(separator: ", "))")
      }
      position.append(place)
    }
    return position
  }

  // MARK: - Going

  /// The next key on the way; nil where the cursor is there.
  var key: KeyPress? {
    if focus.panel != panel.id { return towardsPanel }
    guard let position, let shape, let to = shape.place(of: position),
      let from = focus.position.flatMap({ shape.place(of: $0) })
    else { return nil }
    if from.slice != to.slice { return .character(")") }
    if from.row != to.row { return .plain(from.row < to.row ? .down : .up) }
    if from.column != to.column { return .plain(from.column < to.column ? .right : .left) }
    return nil
  }

  private var towardsPanel: KeyPress {
    let stops = reading.stops
    let here = stops.firstIndex { $0.isBeside(focus) } ?? 0
    let there = stops.firstIndex { $0.panel == panel.id } ?? 0
    let ahead = (there - here + stops.count) % stops.count
    return ahead <= stops.count / 2 ? .plain(.tab) : .shift(.tab)
  }

  // MARK: - Typing

  /// The keys that put a text there, the cursor being there.
  func typing(_ text: String) throws(PlayFault) -> [KeyPress] {
    if !panel.isInput || position == nil && shape?.shape.isEmpty == false {
      return try typing(formula: "\(target.name) = \(text)")
    }
    let position = position ?? []
    guard reading.session.isEditable(panel.id, at: position) else {
      throw PlayFault("\(target.text) can't be edited", advice: "set an entry that can be")
    }
    let before = reading.session.entryText(panel.id, at: position) ?? ""
    if panel.isTruth { return before == text ? [] : [.plain(.enter)] }
    // A digit begins an edit by itself.
    let begins = text.first.map { "0123456789.".contains($0) } ?? false
    let opening = begins ? [] : [.plain(.enter), KeyPress.control("u")]
    return opening + text.map { .character($0) } + [.plain(.enter)]
  }

  private func typing(formula: String) throws(PlayFault) -> [KeyPress] {
    if panel.options.locked {
      throw PlayFault("\(target.text) can't be edited", advice: "set what isn't locked")
    }
    let lines = reading.session.formulaText(panel.id).split(
      separator: "\n", omittingEmptySubsequences: false)
    let cleared = lines.dropFirst().flatMap { _ in [KeyPress.control("u"), .plain(.backspace)] }
    return [.character("=")] + cleared + [.control("u")] + formula.map { .character($0) }
      + [.plain(.enter)]
  }
}
