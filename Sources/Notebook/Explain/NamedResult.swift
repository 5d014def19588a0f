package import CellLanguage

/// A name of the notebook with what it stands for, as the explain line knows it.
package struct NamedResult: Sendable {
  package let name: String
  /// Nil for what is no array or number: a text, a function, what couldn't be computed.
  package let array: NDArray?
  /// Decimals that its panel shows.
  package var digits = 2
  /// The names whose values its formula takes, in whatever way.
  package var mentions: [String] = []
  /// Whether no step shows it.
  package var isHidden = false

  package init(_ name: String, _ array: NDArray?) {
    self.name = name
    self.array = array
  }
}
