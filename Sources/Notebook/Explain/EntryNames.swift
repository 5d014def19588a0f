import AttentionEngine
import CellLanguage

/// Calls entries and rows as the reader sees them: by their labels, or where there are none by their indices.
struct EntryNames {
  let labels: (String) -> (rows: [String], columns: [String])
  /// What is known of each name: how its numbers are written, whether it is shown.
  var results: [String: NamedResult] = [:]
  /// The most characters of a label, and half as many as of a name.
  var longest = 1000

  /// Which kind of number a named array holds: whole numbers are written without decimals.
  func dtype(_ name: String) -> DType { results[name]?.array?.dtype ?? .float64 }

  /// `S[cat, the]`, `w[cat]`, `S[1, 0]`; a number by its name alone; `[1, 0]` where there is no name.
  func entry(_ name: String?, _ position: [Int]) -> String {
    let name = (name ?? "")
    guard !position.isEmpty else { return name.cut(to: 2 * longest) }
    return "\(name.cut(to: 2 * longest))[\(indices(name, position).joined(separator: ", "))]"
  }

  /// `score[cat, the]`: something else in the place of an entry of a named array, by the labels of that.
  func entry(_ what: String, _ position: [Int], like name: String?) -> String {
    guard !position.isEmpty else { return what }
    return "\(what)[\(indices(name ?? "", position).joined(separator: ", "))]"
  }

  /// `(X @ W)[cat, f]`: an entry of what a formula gives, by the labels of what it is shown as.
  func entry(ofFormula formula: String, _ position: [Int], labelled name: String?) -> String {
    guard !position.isEmpty else { return formula }
    let indices = indices(name ?? "", position).joined(separator: ", ")
    return "\(formula.isOneCall ? formula : "(\(formula))")[\(indices)]"
  }

  /// A row, column or other line of an array along one axis: `q_cat`, `keys[cat]`, `V[:, f]`, `w`.
  func line(_ name: String, _ position: [Int], along axis: Int) -> String {
    guard position.count > 1 else { return name }
    var parts = indices(name, position)
    guard axis == position.count - 1 else {
      parts[axis] = ":"
      return "\(name)[\(parts.joined(separator: ", "))]"
    }
    parts.removeLast()
    if let label = parts.first, parts.count == 1, isSymbol(name), isWord(label) {
      return "\(name.lowercased())_\(label)"
    }
    return "\(name)[\(parts.joined(separator: ", "))]"
  }

  /// The label of one index along one axis, or the index.
  func index(_ name: String, _ index: Int, axis: Int, rank: Int) -> String {
    label(name, index, axis: axis, rank: rank) ?? String(index)
  }

  /// The label of one index along one axis, where it has one.
  func label(_ name: String, _ index: Int, axis: Int, rank: Int) -> String? {
    let labels = labels(name)
    let list = axis == rank - 1 ? labels.columns : axis == rank - 2 ? labels.rows : []
    return list.indices.contains(index) ? TextFilter.visible(list[index]).cut(to: longest) : nil
  }

  /// What a pass is called, its rows by their labels.
  func text(_ name: PassName<TracedEntry>) -> String {
    name.parts.map { part in
      switch part {
      case .text(let text): text
      case .row(let entry): row(of: entry)
      case .value(let entry): ShownNumber.constant(entry.value, digits: 6)
      }
    }.joined()
  }

  /// The label of the row in which an entry stands, or its index.
  ///
  /// Of what has no name it is that of the rows it was made from, one for one.
  func row(of entry: TracedEntry) -> String {
    var entry = entry
    while entry.name == nil, let next = entry.sameRow { entry = next }
    let rank = entry.position.count
    guard rank > 0 else { return "0" }
    let axis = max(0, rank - 2)
    guard let name = entry.name else { return String(entry.position[axis]) }
    return index(name, entry.position[axis], axis: axis, rank: rank)
  }

  private func indices(_ name: String, _ position: [Int]) -> [String] {
    position.indices.map { index(name, position[$0], axis: $0, rank: position.count) }
  }

  /// A matrix with a name of one capital letter: its rows are written in the small one, as papers do.
  private func isSymbol(_ name: String) -> Bool {
    name.utf8.count == 1 && name.first?.isUppercase == true
  }

  private func isWord(_ label: String) -> Bool {
    label.allSatisfy(\.isLetter) && !label.isEmpty
  }
}

extension String {
  /// The beginning of what has more characters than these.
  fileprivate func cut(to count: Int) -> String {
    self.count > count ? prefix(count - 1) + "…" : self
  }

  /// Whether it is a name, or the call of one, and nothing else: `softmax(X @ W)`.
  fileprivate var isOneCall: Bool {
    let rest = drop { $0.isLetter || $0.isNumber || $0 == "_" }
    guard !rest.isEmpty else { return true }
    guard rest.first == "(", rest.last == ")" else { return false }
    var depth = 0
    for character in rest.dropLast() {
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      if depth == 0 { return false }
    }
    return true
  }
}
