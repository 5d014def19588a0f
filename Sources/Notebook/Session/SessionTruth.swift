import AttentionEngine
import CellLanguage

/// Truth values stay truth values: a number typed over one would make numbers of them all.
extension Session {
  func holdsTruth(_ id: PanelID) -> Bool {
    if case .array(let array)? = panel(id)?.content { array.dtype == .bool } else { false }
  }

  /// `1`, `0`, `t`, `✓` and the like as Python writes them; any other text as it is.
  func truthText(_ text: String, in id: PanelID) -> String {
    guard holdsTruth(id) else { return text }
    return switch text.filter({ $0 != " " }).lowercased() {
    case "1", "1.0", "t", "true", "✓": "True"
    case "0", "0.0", "f", "false", "·": "False"
    default: text
    }
  }

  func notTruth(of id: PanelID, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "value", "\(panel(id)?.name ?? "this") holds ✓ and ·", at: range,
      help: "1 stands for ✓, 0 for ·")
  }
}
