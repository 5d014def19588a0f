import AttentionEngine
import CellLanguage
import Notebook
import Terminal

/// How each entry of an array looks.
struct EntryStyles {
  struct Entry {
    let value: Double
    fileprivate(set) var style: Style
    /// The symbol before the number, of a heatmap or a small bar.
    let shade: (symbol: String, role: Role)?
    /// Which way it went with the last edit.
    let mark: String?
    /// Whether it stands on the colour of its shade.
    var isShaded = false
    /// Whether it is still to be guessed.
    var isVeiled = false

    /// Where it differs from the pinned state, in the colour of the symbol that says so: two colours would say two things.
    func compared(_ change: PinnedChange) -> Entry {
      guard [.changed, .text, .input].contains(style.role) else { return self }
      var entry = self
      entry.style.role = change.role
      return entry
    }
  }

  private let values: [Double]
  private let editable: Set<Int>
  private let sources: Set<Int>
  private let marks: [Int: Trend]
  private let veiled: Set<Int>
  let scale: Scale?
  private let view: MatrixView
  private let hasSmallBars: Bool

  init(
    array: NDArray, panel: Panel, view: MatrixView, editable: Set<Int>, sources: Set<Int>,
    marks: [Int: Trend], veiled: Set<Int> = [], hasSmallBars: Bool = false
  ) {
    self.hasSmallBars = hasSmallBars
    self.veiled = veiled
    values = array.tensor.entries
    self.editable = editable
    self.sources = sources
    self.marks = marks
    self.view = view
    scale = view == .table ? nil : Scale(values)
  }

  /// What a heatmap's darkest and lightest stand for.
  struct Scale {
    let top: Double
    let isSigned: Bool

    /// Shares go from 0 to 1, or to the largest entry where that is more, or to a round number where all are small; with negative
    /// entries the scale has two sides.
    init(_ values: [Double]) {
      let finite = values.filter(\.isFinite)
      let most = finite.map { abs($0) }.max() ?? 1
      isSigned = finite.contains { $0 < 0 }
      top = isSigned ? (most > 0 ? most : 1) : most > 1 ? most : Self.rounded(most)
    }

    /// The next of 1, 0.25, 0.1, 0.05 and so on, down to a thousandth.
    private static func rounded(_ most: Double) -> Double {
      let steps = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25]
      return most > 0 ? steps.first { most <= $0 } ?? 1 : 1
    }

    func role(_ value: Double) -> Role {
      let level = Shade.level(abs(value) / top, of: isSigned ? 8 : 16)
      if value.isNaN { return .warning }
      return isSigned ? .signed(value < 0 ? -level : level) : .ramp(level)
    }

    /// How the symbol of a shade looks.
    func symbolRole(_ value: Double) -> Role {
      switch role(value) {
      case .ramp(let level): .rampSymbol(level)
      case .signed(let level): .signedSymbol(level)
      case let other: other
      }
    }

    func symbol(_ value: Double) -> String {
      value.isFinite ? Shade.symbol(abs(value) / top) : " "
    }
  }

  subscript(offset: Int) -> Entry {
    let value = values[offset]
    if veiled.contains(offset) {
      return Entry(
        value: value, style: Style(sources.contains(offset) ? .tookPart : .warning, bold: true),
        shade: nil, mark: nil, isVeiled: true)
    }
    return Entry(
      value: value, style: style(offset, value),
      shade: shade(offset, value), mark: marks[offset].flatMap { Self.mark($0) },
      isShaded: view == .heatmap)
  }

  private func shade(_ offset: Int, _ value: Double) -> (symbol: String, role: Role)? {
    guard let scale else { return nil }
    if view == .heatmap { return (scale.symbol(value), shadeRole(offset, scale)) }
    return hasSmallBars
      ? (Bar.small(value, scale), sources.contains(offset) ? .tookPart : .live) : nil
  }

  private func style(_ offset: Int, _ value: Double) -> Style {
    let canEdit = editable.contains(offset)
    if sources.contains(offset) { return Style(.tookPart, bold: true, underline: canEdit) }
    if view == .heatmap, let scale { return Style(scale.role(value), bold: marks[offset] != nil) }
    if marks[offset] != nil { return Style(.changed, bold: true, underline: canEdit) }
    if value.isNaN { return Style(.warning, underline: canEdit) }
    return Style(canEdit ? .input : .text, underline: canEdit)
  }

  /// On an entry that took part, the symbol stands on another ground.
  private func shadeRole(_ offset: Int, _ scale: Scale) -> Role {
    sources.contains(offset) ? .tookPart : scale.symbolRole(values[offset])
  }

  private static func mark(_ trend: Trend) -> String? {
    switch trend {
    case .up: "▴"
    case .down: "▾"
    case .other: "•"
    case .new, .same: nil
    }
  }
}
