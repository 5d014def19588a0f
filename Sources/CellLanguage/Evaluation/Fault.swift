package import AttentionEngine

/// What is wrong with an operation on values, before the place is known.
///
/// The evaluator knows the place and the words of the text; it makes a `Diagnostic` of this.
package enum Fault: Error, Sendable {
  /// The engine's data; the words are made where the operands' names are known.
  case tensor(TensorError)
  case refused(code: String, message: String, help: String?)

  /// A value of a kind that doesn't serve here.
  package static func type(_ message: String, help: String? = nil) -> Fault {
    .refused(code: "type", message: message, help: help)
  }

  /// A value of the right kind that is no good.
  package static func value(_ message: String, help: String? = nil) -> Fault {
    .refused(code: "value", message: message, help: help)
  }

  package static func shape(_ message: String, help: String? = nil) -> Fault {
    .refused(code: "shape", message: message, help: help)
  }

  package static func bound(_ message: String, help: String? = nil) -> Fault {
    .refused(code: "bound", message: message, help: help)
  }

  package static func unsupported(_ message: String, help: String? = nil) -> Fault {
    .refused(code: "unsupported", message: message, help: help)
  }
}
