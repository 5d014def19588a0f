import AttentionEngine
import CellLanguage

extension Trace {
  /// The name of a bare expression that is nothing but a name.
  var ownName: String? {
    if case .name(let name) = origin { name } else { nil }
  }

  /// Which kind of number it holds: known of a name, found from the formula for what has none.
  func dtype(_ names: EntryNames) -> DType {
    switch origin {
    case .name(let name):
      // What no panel shows with decimals needs none where its numbers are whole.
      names.dtype(name) == .float64 && names.results[name]?.isHidden == true
        ? operands.first?.dtype(names) ?? .float64 : names.dtype(name)
    case .truths: .bool
    case .literal:
      value.count <= Self.fewEntries && value.entries.allSatisfy { $0.rounded() == $0 }
        ? .int64 : .float64
    case .opaque: .float64
    case .operation(let operation):
      if Self.answersTruths(operation.name) {
        .bool
      } else if Self.answersPlaces(operation.name) || Self.rounds(operation.name) {
        .int64
      } else if operation is Decided {
        operands[0].dtype(names)
      } else if operation is Where {
        Self.common(operands.dropFirst().map { $0.dtype(names) })
      } else if operation is Reindex || operation is Assemble {
        Self.common(operands.map { $0.dtype(names) })
      } else if Self.keepsWhole(operation) {
        Self.common(operands.map { $0.dtype(names) }) == .float64 ? .float64 : .int64
      } else {
        .float64
      }
    }
  }

  /// Of more than these written in the text none is looked at.
  private static let fewEntries = 256

  private static func common(_ kinds: [DType]) -> DType {
    kinds.dropFirst().reduce(kinds.first ?? .float64) { $0 == $1 ? $0 : .float64 }
  }

  static func answersTruths(_ name: String) -> Bool {
    switch name {
    case "less", "less_equal", "greater", "greater_equal", "equal", "not_equal", "logical_and",
      "logical_or", "logical_xor", "logical_not", "isnan", "isinf", "isfinite", "any", "all",
      "allclose", "causal_mask", "window_mask", "padding_mask":
      true
    default: false
    }
  }

  private static func answersPlaces(_ name: String) -> Bool {
    name == "argmax" || name == "argmin" || name == "argsort"
  }

  private static func rounds(_ name: String) -> Bool {
    name == "sign" || name == "floor" || name == "ceil"
  }

  private static func keepsWhole(_ operation: any Operation) -> Bool {
    switch operation.name {
    case "add", "subtract", "multiply", "floor_divide", "remainder", "maximum", "minimum",
      "negative", "abs", "sign", "matmul", "sum", "max", "min", "cumsum", "sort":
      true
    default: false
    }
  }
}
