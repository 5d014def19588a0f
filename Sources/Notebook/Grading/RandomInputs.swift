import AttentionEngine
import CellLanguage

/// Random numbers in the place of an exercise's inputs: the same for a lesson, an exercise and a trial in every process.
struct RandomInputs: Sendable {
  /// How often checks are run again.
  static let trials = 20

  /// The inputs, each with the statement that defines it so.
  let definitions: [(name: String, program: Program)]
  /// Which trial it is, counted from 1.
  let trial: Int

  /// - Parameter inputs: what the lesson says, with the values that they have there.
  init(
    _ inputs: [(entry: LessonStatements.Entry, value: Value)], trial: Int, seed: UInt64
  ) {
    var random = SplitMix64(state: seed)
    var definitions: [(name: String, program: Program)] = []
    for (entry, value) in inputs {
      guard let name = entry.definedNames.first, entry.definedNames.count == 1,
        let text = RandomInputs.text(entry, name, value, &random)
      else { continue }
      definitions.append((name, Program(parsing: Source(text))))
    }
    self.definitions = definitions
    self.trial = trial
  }

  /// The statement with other numbers in it; what is computed becomes an array that is written down.
  private static func text(
    _ entry: LessonStatements.Entry, _ name: String, _ value: Value, _ random: inout SplitMix64
  ) -> String? {
    let old = SideOfCheck(Expression(.none, entry.statement.range), value).array
    guard let literal = LiteralInput(entry.statement) else {
      guard let old, !old.tensor.entries.isEmpty, old.tensor.count <= 10_000 else { return nil }
      let entries = old.tensor.entries.map { random.entry(besides: $0, old.dtype) }
      let list = nested(entries[...], old.shape)
      return old.shape.isEmpty ? "\(name) = \(list)" : "\(name) = array(\(list))"
    }
    let start = entry.statement.range.start
    var text = Source(entry.program.source.text(in: entry.statement.range))
    var numbers: [String] = []
    for (offset, range) in literal.entries.enumerated() {
      let isBoolean = ["True", "False"].contains(entry.program.source.text(in: range))
      let number = old.flatMap { $0.tensor.count > offset ? $0.tensor.entries[offset] : nil }
      numbers.append(random.entry(besides: number ?? .nan, isBoolean ? .bool : .float64))
    }
    for (range, number) in zip(literal.entries, numbers).reversed() {
      text = text.replacing(SourceRange(range.start - start, range.end - start), with: number)
    }
    return text.text
  }

  /// `[[1, 2], [3, 4]]`
  static func nested(_ entries: ArraySlice<String>, _ shape: [Int]) -> String {
    guard let count = shape.first else { return entries.first ?? "" }
    guard shape.count > 1, count > 0 else { return "[" + entries.joined(separator: ", ") + "]" }
    let size = entries.count / count
    let rows = (0..<count).map { row in
      let start = entries.startIndex + row * size
      return nested(entries[start..<(start + size)], Array(shape.dropFirst()))
    }
    return "[" + rows.joined(separator: ", ") + "]"
  }

  /// The inputs as a reader can type them, as far as they fit: `Q = [[0.31, -1.20], [1.44, 0.02]], random input 3 of 20`.
  var words: String {
    let texts = definitions.map { $0.program.source.text }
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    let room = RandomInputs.width / max(1, texts.count)
    let all = texts.joined(separator: ", ")
    let shown =
      all.count <= RandomInputs.width
      ? all : texts.map { RandomInputs.cut($0, to: room) }.joined(separator: ", ")
    return "\(TextFilter.visible(shown)), random input \(trial) of \(RandomInputs.trials)"
  }

  private static let width = 72

  /// Cut behind a number.
  private static func cut(_ text: String, to width: Int) -> String {
    guard text.count > width else { return String(text) }
    let start = text.prefix(max(width - 2, 8))
    let kept = start.lastIndex(of: ",").map { String(text[...$0]) + " …" }
    return kept ?? String(start) + "…"
  }
}

/// Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (2014).
struct SplitMix64: Sendable {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number of two decimals between -2 and 2 that is far enough from 0 to divide by, and another than before.
  mutating func entry(besides old: Double, _ type: DType) -> String {
    if type == .bool { return next() >> 63 == 0 ? "False" : "True" }
    while true {
      let hundredths = 10 + Int(next() % 191)
      let sign = next() >> 63 == 0 ? "" : "-"
      let cents = hundredths % 100
      let text = "\(sign)\(hundredths / 100).\(cents < 10 ? "0" : "")\(cents)"
      if Double(text) != old { return text }
    }
  }
}
