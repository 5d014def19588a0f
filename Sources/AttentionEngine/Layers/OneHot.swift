/// For each id a row with a 1 in its place: `jax.nn.one_hot`.
///
/// Operands: the ids, whole numbers from 0 to n − 1.
package struct OneHot: Operation {
  /// n
  package let count: Int

  package init(count: Int) {
    self.count = count
  }

  package var name: String { "one_hot" }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    let ids = operands[0]
    var entries = [Double](
      repeating: 0, count: try Shape.count(ids.shape + [count], operation: name))
    for (row, id) in ids.entries.enumerated() {
      guard let id = Int(exactly: id), (0..<count).contains(id) else {
        throw .argument(name: "ids", problem: "lie between 0 and \(count - 1)")
      }
      entries[row * count + id] = 1
    }
    return Tensor(shape: ids.shape + [count], entries: entries)
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let id = OperandEntry(operand: 0, position: Array(position.dropLast()))
    let column = position[position.count - 1]
    let isOne = result[position] != 0
    return Explanation(
      "one hot",
      .call("float", [.call("equal", [.entry(id), .number(Double(column))])]), result[position],
      remark: "row \(row: id) has id \(value: id)\(isOne ? "" : ", not \(column)")")
  }
}
