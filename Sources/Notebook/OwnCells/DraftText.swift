/// What was written and can't be read: kept as a listing that holds it as it was typed, to go on from.
package enum DraftText {
  /// Stands behind the marks of its fence.
  static let language = "draft"

  /// Whether a listing of this language is one.
  package static func isNamed(_ language: String) -> Bool { language == Self.language }

  /// The listing.
  package static func listing(_ text: String) -> String {
    let lines = text.split { $0 == "\n" }
    let longest = lines.map { line in line.drop { $0 == " " }.prefix { $0 == "~" }.count }.max()
    let fence = String(repeating: "~", count: max(3, (longest ?? 0) + 1))
    return "\(fence)\(language)\n\(text)\n\(fence)"
  }

  /// What a block's text holds, where it is such a listing and nothing else.
  package static func text(of listing: String) -> String? {
    let lines = MarkdownLine.lines(of: String(SourceText(listing).body))
    guard let first = lines.first, let fence = Fence(first), fence.info == language,
      let end = lines.dropFirst().firstIndex(where: { fence.isClosed(by: $0) }),
      end == lines.count - 1
    else { return nil }
    return lines[1..<end].map { String($0.text) }.joined(separator: "\n")
  }
}
