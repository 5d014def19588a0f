import AttentionEngine

extension Reach {
  /// "reaches S[the, cat], S[cat, cat], both rows of A and O", then shorter ways to say it; none where it reaches nothing.
  ///
  /// - Parameter inShort: whether the names alone are said.
  func descriptions(_ names: EntryNames, inShort: Bool = false) -> [String] {
    guard !results.isEmpty else { return [] }
    let short = "reaches " + Self.joined(results.map(\.name))
    guard !inShort, results.contains(where: { $0.positions != nil }) else { return [short] }
    let parts = Self.merged(results.flatMap { $0.parts(names) })
    return ["reaches " + Self.listed(parts), short]
  }

  /// "both rows of A and all of O"; where one is a list itself, commas alone part them.
  fileprivate static func listed(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1, !parts.contains(where: { $0.contains(" and ") })
    else {
      return parts.joined(separator: ", ")
    }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// What is reached in the same way of neighbours, in one: "row cat of S, A and O".
  fileprivate static func merged(_ parts: [Part]) -> [String] {
    var merged: [(what: String?, of: [String])] = []
    for part in parts {
      if part.what != nil, merged.last?.what == part.what {
        merged[merged.count - 1].of.append(part.of)
      } else {
        merged.append((part.what, [part.of]))
      }
    }
    return merged.map { part in
      let names = joined(part.of)
      return part.what.map { "\($0) of \(names)" } ?? names
    }
  }

  /// "A", "A and O", "S, A and O".
  private static func joined(_ names: [String]) -> String {
    guard names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }

  /// What of an array is reached, and the array; nothing but the array, or its entries one by one, where that says all.
  fileprivate typealias Part = (what: String?, of: String)
}

extension Reach.Result {
  /// "row cat of A", "S[the, cat], S[cat, cat]", "all of O"; by the name alone where it isn't known which.
  func words(_ names: EntryNames) -> String {
    Reach.listed(Reach.merged(parts(names)))
  }

  fileprivate func parts(_ names: EntryNames) -> [Reach.Part] {
    guard let positions, !shape.isEmpty else { return [(nil, name)] }
    return Region(name: name, shape: shape, positions: positions).parts(names)
  }
}

/// Entries of an array, or of one of the matrices that an array of several holds.
private struct Region {
  let name: String
  /// Which matrix: the indices along the first axes.
  var matrix: [Int] = []
  /// Of the array or of that matrix.
  let shape: [Int]
  let positions: [[Int]]

  func parts(_ names: EntryNames) -> [Reach.Part] {
    let count = shape.reduce(1, *)
    if positions.count == count, count > 1 || shape.count == 1 { return [(everything, ownName)] }
    if shape.count > 2 { return matrices(names) }
    if let rows = lines(axis: 0, "row", names) { return [(rows, ownName)] }
    if positions.count <= 2 { return [(nil, listed(names))] }
    if let columns = lines(axis: 1, "column", names) { return [(columns, ownName)] }
    if positions.count == 3 { return [(nil, listed(names))] }
    return [("\(positions.count) of \(count) entries", ownName)]
  }

  /// `queries[1]`
  private var ownName: String {
    matrix.isEmpty ? name : "\(name)[\(matrix.map(String.init).joined(separator: ", "))]"
  }

  private var everything: String { shape.count == 2 && shape[0] == 2 ? "both rows" : "all" }

  /// Each matrix by itself, or those that are all reached in the same way in one.
  private func matrices(_ names: EntryNames) -> [Reach.Part] {
    let indices = Set(positions.map { $0[0] }).sorted()
    let parts = indices.map { index in
      Region(
        name: name, matrix: matrix + [index], shape: Array(shape.dropFirst()),
        positions: positions.filter { $0[0] == index }.map { Array($0.dropFirst()) }
      ).parts(names)
    }
    let isAlike = parts.allSatisfy { $0.count == 1 && $0[0].what == parts[0][0].what }
    if indices.count < 3, isAlike || indices.count == 1 { return parts.flatMap { $0 } }
    if isAlike, let what = parts[0][0].what, indices.count == shape[0] {
      return [(what, "each of the \(shape[0]) in \(ownName)")]
    }
    return [("\(positions.count) of \(shape.reduce(1, *)) entries", ownName)]
  }

  /// "row cat", "columns x, y", where the positions of a matrix fill up to three of them.
  private func lines(axis: Int, _ word: String, _ names: EntryNames) -> String? {
    guard shape.count == 2 else { return nil }
    let lines = Set(positions.map { $0[axis] }).sorted()
    guard positions.count == lines.count * shape[1 - axis], lines.count <= 3 else { return nil }
    let labels = lines.map { names.index(name, $0, axis: axis, rank: 2) }
    return "\(word)\(lines.count > 1 ? "s" : "") \(labels.joined(separator: ", "))"
  }

  private func listed(_ names: EntryNames) -> String {
    positions.map { names.entry(name, matrix + $0) }.joined(separator: ", ")
  }
}
