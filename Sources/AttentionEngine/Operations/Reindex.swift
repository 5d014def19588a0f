/// The entries of one array in another order, some of them often or not at all.
///
/// Every change of shape is one: transpose, reshape, slices, indexing by arrays, `broadcast_to`, `flip`, `roll`, `repeat`, `tile`.
package struct Reindex: Operation {
  /// What it is called in the text: `transpose`, `getitem`.
  package let name: String
  package let shape: [Int]
  /// For each entry of the result, in row-major order, the offset of the entry it is.
  package let offsets: [Int]

  package init(name: String, shape: [Int], offsets: [Int]) {
    self.name = name
    self.shape = shape
    self.offsets = offsets
  }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    let source = operands[0]
    guard try Shape.count(shape, operation: name) == offsets.count else {
      throw .reshape(from: [offsets.count], to: shape)
    }
    let (count, entries) = (source.count, source.entries.span)
    guard offsets.allSatisfy({ $0 >= 0 && $0 < count }) else {
      throw .argument(name: "index", problem: "lies outside the array")
    }
    return Tensor(shape: shape, entries: offsets.map { entries[$0] })
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    let offset = offsets[result.offset(of: position)]
    let entry = OperandEntry(
      operand: 0, position: Shape.position(of: offset, in: operands[0].shape))
    return Explanation(PassName(name), .entry(entry), result[position])
  }
}

/// An array put together from entries of several arrays and from constants.
///
/// `concatenate`, `stack`, an array literal made of values, `tril` and `triu`, one entry replaced.
package struct Assemble: Operation {
  package enum Source: Hashable, Sendable {
    case operand(Int, offset: Int)
    case constant(Double)
  }

  /// What it is called in the text: `concatenate`, `array`.
  package let name: String
  package let shape: [Int]
  /// For each entry of the result, in row-major order, where it is from.
  package let sources: [Source]

  package init(name: String, shape: [Int], sources: [Source]) {
    self.name = name
    self.shape = shape
    self.sources = sources
  }

  package func forward(_ operands: OperandValues) throws(TensorError) -> Tensor<Double> {
    guard try Shape.count(shape, operation: name) == sources.count else {
      throw .reshape(from: [sources.count], to: shape)
    }
    var entries: [Double] = []
    entries.reserveCapacity(sources.count)
    for source in sources {
      switch source {
      case .constant(let number):
        entries.append(number)
      case .operand(let operand, let offset):
        guard operands.indices.contains(operand), operands[operand].entries.indices.contains(offset)
        else { throw .argument(name: "index", problem: "lies outside the array") }
        entries.append(operands[operand].entries[offset])
      }
    }
    return Tensor(shape: shape, entries: entries)
  }

  package func explain(
    _ position: [Int], operands: [Tensor<Double>], result: Tensor<Double>
  ) -> Explanation<OperandEntry> {
    switch sources[result.offset(of: position)] {
    case .constant(let number):
      return Explanation(
        PassName(name), .number(number), result[position],
        remark: name == "diag" ? "off the diagonal, where diag puts 0" : nil)
    case .operand(let operand, let offset):
      let source = Shape.position(of: offset, in: operands[operand].shape)
      let entry = OperandEntry(operand: operand, position: source)
      return Explanation(PassName(name), .entry(entry), result[position])
    }
  }
}
