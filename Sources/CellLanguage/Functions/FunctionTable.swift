/// One function of the cell language: for evaluation, advice, help and completion alike. A class, because it is handed on at
/// every call and copied by none.
package final class FunctionRow: Sendable {
  typealias Body = @Sendable (Arguments, inout Budget) throws(Fault) -> Value

  /// The name, as NumPy, `jax.nn` or PyTorch have it.
  package let name: String
  /// The parameters as Python would write them: `x, axis=-1`. Those before `/` have no name, those behind `*` no place.
  package let signature: String
  /// One line that says what it gives.
  package let documentation: String

  let body: Body
  let parameters: [BindingParameter]
  /// `*shape`: any number of arguments by place.
  let takesRest: Bool
  /// Whether the result may be a view of an argument's memory in NumPy.
  let sharesMemory: Bool
  /// `zip` and the like, which stand where something is gone through.
  let makesIterator: Bool
  /// Whether what makes iterators may be an argument.
  let takesIterators: Bool

  init(
    _ name: String, _ signature: String, _ documentation: String, sharesMemory: Bool = false,
    makesIterator: Bool = false, takesIterators: Bool = false, _ body: @escaping Body
  ) {
    self.name = name
    self.signature = signature
    self.documentation = documentation
    self.body = body
    self.sharesMemory = sharesMemory
    self.makesIterator = makesIterator
    self.takesIterators = takesIterators
    (parameters, takesRest) = FunctionRow.parse(signature)
  }

  /// The signature without the sign for what is taken by its place alone, which says little to who reads it first.
  package var plainSignature: String {
    FunctionRow.topLevelParts(of: signature).filter { $0 != "/" }.joined(separator: ", ")
  }

  /// Reads a signature of the table: names, defaults, `/`, `*` and `*rest`.
  private static func parse(_ signature: String) -> ([BindingParameter], takesRest: Bool) {
    var parameters: [BindingParameter] = []
    var takesRest = false
    var takesPosition = true
    for part in topLevelParts(of: signature) {
      if part == "/" {
        for index in parameters.indices { parameters[index].takesName = false }
      } else if part.hasPrefix("*") {
        takesRest = part.count > 1
        takesPosition = false
      } else {
        let name = part.prefix { $0 != "=" }
        parameters.append(
          BindingParameter(
            name: String(name), isRequired: name.count == part.count, takesPosition: takesPosition))
      }
    }
    return (parameters, takesRest)
  }

  /// The text between the commas that stand in no brackets.
  private static func topLevelParts(of signature: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in signature {
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else if character != " " {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}

/// All functions of the cell language.
package enum FunctionTable {
  /// Every row, grouped as the reference shows them.
  package static let all: [FunctionRow] =
    making + elementwise + reductions + shapes + products + masks + attention + otherAttention
    + positions + layers + python

  package static func row(named name: String) -> FunctionRow? { byName[name] }

  /// Every name of the table and its constants, in the order of the reference.
  package static let names: [String] = all.map(\.name) + constants.map(\.name)

  private static let byName: [String: FunctionRow] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// What has a name without being a function.
  package static let constants: [(name: String, value: Double)] = [
    ("inf", .infinity), ("nan", .nan), ("pi", .pi),
  ]

  /// What a name of the table stands for.
  static func value(named name: String) -> Value? {
    if byName[name] != nil { return .builtin(name) }
    return constants.first { $0.name == name }.map { .float($0.value, nil) }
  }
}
