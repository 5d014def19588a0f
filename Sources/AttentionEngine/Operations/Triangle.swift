/// A matrix with the entries on one side of a diagonal set to 0: `tril` and `triu`.
package struct Triangle: Operation {
  /// Whether the part below is kept, else the one above.
  package let isLower: Bool
  /// Which diagonal: 0 from the first entry on, 1 the one above it.
  package let diagonal: Int

  package init(isLower: Bool, diagonal: Int) {
    self.isLower = isLower
    self.diagonal = diagonal
  }

  package var name: String { isLower ? "tril" : "triu" }

  /// - Parameter operands: one array of rank 2 at least; its last two axes are the matrix.
  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    let m = operands[0]
    guard m.rank >= 2 else { throw .rank(operation: name, shape: m.shape) }
    let (rows, columns) = (m.shape[m.rank - 2], m.shape[m.rank - 1])
    var result = m
    var offset = 0
    while offset < m.count {
      for row in 0..<rows {
        for column in 0..<columns where !keeps(row, column) { result.entries[offset + column] = 0 }
        offset += columns
      }
    }
    return result
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let isKept = keeps(position[position.count - 2], position[position.count - 1])
    let entry = OperandEntry(operand: 0, position: position)
    let place = isLower ? "above" : "below"
    let line = diagonal == 0 ? "the diagonal" : "diagonal \(diagonal)"
    return Explanation(
      PassName(name), isKept ? .entry(entry) : .number(0), result[position],
      remark: isKept ? nil : "\(place) \(line), where \(name) puts 0")
  }

  private func keeps(_ row: Int, _ column: Int) -> Bool {
    let (bound, overflow) = row.addingReportingOverflow(diagonal)
    guard !overflow else { return isLower == (diagonal > 0) }
    return isLower ? column <= bound : column >= bound
  }
}
