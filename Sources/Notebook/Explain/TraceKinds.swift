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
    case .name(let name): names.dtype(name)
    case .truths: .bool
    case .literal:
      value.count <= Self.fewEntries && value.entries.allSatisfy { $0.rounded() == $0 }
        ? .int64 : .float64
    case .opaque: .float64
    case .operation(let operation):
      if Self.answersTruths(operation.name) {
        .bool
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

  private static func answersTruths(_ name: String) -> Bool {
    switch name {
    case "less", "less_equal", "greater", "greater_equal", "equal", "not_equal", "logical_and",
      "logical_or", "logical_xor", "logical_not", "isnan", "isinf", "isfinite", "any", "all":
      true
    default: false
    }
  }

  private static func keepsWhole(_ operation: any Operation) -> Bool {
    switch operation.name {
    case "add", "subtract", "multiply", "floor_divide", "remainder", "maximum", "minimum",
      "negative", "abs", "sign", "matmul", "sum", "max", "min", "cumsum", "sort":
      true
    default: false
    }
  }

  /// An entry that is nothing but an entry of a name that isn't shown: that one, which the reader can't look at.
  func throughHidden(_ position: [Int], _ names: EntryNames) -> TracedEntry {
    var entry = TracedEntry(trace: self, position: position)
    for _ in 0..<Trace.depthLimit {
      guard case .operation = entry.trace.computation.origin,
        case .entry(let next) = entry.trace.explanation(at: entry.position).result.arithmetic,
        let name = next.name, names.results[name]?.isHidden == true, !next.trace.isInput
      else { break }
      entry = next
    }
    return entry
  }
}
