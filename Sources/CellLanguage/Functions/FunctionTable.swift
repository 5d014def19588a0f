/// One function of the cell language: for evaluation, advice, help and completion alike.
package struct FunctionRow: Sendable {
  /// The name, as NumPy, `jax.nn` or PyTorch have it.
  package let name: String
  /// The parameters as Python would write them: `x, axis=-1`.
  package let signature: String
  /// One line that says what it gives.
  package let documentation: String

  package init(_ name: String, _ signature: String, _ documentation: String) {
    self.name = name
    self.signature = signature
    self.documentation = documentation
  }
}

/// All functions of the cell language.
package enum FunctionTable {
  /// Every row, grouped as the reference shows them.
  package static let all: [FunctionRow] = []

  package static func row(named name: String) -> FunctionRow? {
    all.first { $0.name == name }
  }
}
