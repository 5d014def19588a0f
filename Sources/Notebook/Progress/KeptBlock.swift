/// A cell or some prose of the reader's, as it is kept, with what it stood between, so that it is found a place in a
/// lesson that has changed.
package struct KeptBlock: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable { case code, prose }

  package var kind: Kind
  package var text: String
  /// Counted from 0.
  package var step = 0
  /// How many blocks of the lesson stood above it in the step.
  package var above = 0
  /// Which block of the lesson stood right above, and which right below: see `BlockKeys`. Empty where there was none.
  package var after = ""
  package var before = ""
  /// Of its step's title.
  package var heading = ""
  /// Its place among those that stand in the same gap.
  package var rank = 0

  package init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }
}
