/// What a pass is called: words, and among them rows as the reader knows them, by their labels.
///
///     "weight of \(row: query) on \(row: key)"
package struct PassName<Leaf> {
  package enum Part {
    case text(String)
    /// The label of the row in which an entry stands.
    case row(Leaf)
    /// An entry's value.
    case value(Leaf)
  }

  package let parts: [Part]

  package init(parts: [Part]) {
    self.parts = parts
  }

  package init(_ text: String) {
    parts = [.text(text)]
  }

  /// The words alone: "weight of … on …".
  package var plain: String {
    parts.map { if case .text(let text) = $0 { text } else { "…" } }.joined()
  }

  /// Whether it says itself what it is of.
  package var namesRows: Bool {
    parts.contains { if case .text = $0 { false } else { true } }
  }

  func mapLeaves<Other>(_ change: (Leaf) -> Other) -> PassName<Other> {
    PassName<Other>(
      parts: parts.map { part in
        switch part {
        case .text(let text): .text(text)
        case .row(let leaf): .row(change(leaf))
        case .value(let leaf): .value(change(leaf))
        }
      })
  }
}

extension PassName.Part: Equatable where Leaf: Equatable {}
extension PassName.Part: Sendable where Leaf: Sendable {}
extension PassName: Equatable where Leaf: Equatable {}
extension PassName: Sendable where Leaf: Sendable {}

extension PassName: ExpressibleByStringInterpolation {
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    package mutating func appendInterpolation(row leaf: Leaf) { parts.append(.row(leaf)) }
    package mutating func appendInterpolation(value leaf: Leaf) { parts.append(.value(leaf)) }
    package mutating func appendInterpolation(_ text: String) { parts.append(.text(text)) }
    package mutating func appendInterpolation(_ number: Int) { parts.append(.text(String(number))) }
  }

  package init(stringLiteral value: String) {
    self.init(value)
  }

  package init(stringInterpolation: StringInterpolation) {
    parts = stringInterpolation.parts
  }
}
