extension Array {
  /// So many times the same entry.
  ///
  /// `Array(repeating:count:)` asks the runtime anew each time which type it makes, which takes longer than filling a
  /// small array does.
  @inlinable @inline(__always)
  package static func filled(with entry: Element, count: Int) -> [Element] {
    var entries: [Element] = []
    entries.reserveCapacity(count)
    entries.append(contentsOf: repeatElement(entry, count: count))
    return entries
  }
}
