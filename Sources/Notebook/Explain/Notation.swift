/// The signs of the explain line.
struct Notation {
  let ascii: Bool

  var times: String { ascii ? "*" : "×" }
  var dot: String { ascii ? " @ " : " · " }
  var ellipsis: String { ascii ? "..." : "…" }

  func root(_ text: String, isAtom: Bool) -> String {
    ascii ? "sqrt(\(text))" : isAtom ? "√\(text)" : "√(\(text))"
  }

  func power(_ base: String, _ exponent: String) -> String {
    switch exponent {
    case "2" where !ascii: base + "²"
    case "3" where !ascii: base + "³"
    default: "\(base)^\(exponent)"
    }
  }

  /// "… 5 more …"
  func elided(_ count: Int) -> String {
    "\(ellipsis) \(count) more \(ellipsis)"
  }

  /// A function of two arguments that is written between them.
  static func sign(_ name: String) -> String? {
    switch name {
    case "less": "<"
    case "less_equal": "<="
    case "greater": ">"
    case "greater_equal": ">="
    case "equal": "=="
    case "not_equal": "!="
    case "logical_and": "and"
    case "logical_or": "or"
    case "logical_xor": "xor"
    case "floor_divide": "//"
    case "remainder": "%"
    default: nil
    }
  }

  /// A function as the cell language calls it.
  static func functionName(_ name: String) -> String {
    switch name {
    case "maximum": "max"
    case "minimum": "min"
    default: name
    }
  }
}
