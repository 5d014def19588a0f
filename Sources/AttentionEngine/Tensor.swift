/// A dense array of rank 0 to 4, its entries in row-major (C) order.
///
/// The number of entries is the product of the shape; a scalar has the shape `[]` and one entry.
package struct Tensor<Scalar> {
  package let shape: [Int]
  package var entries: [Scalar]

  /// Takes entries that are known to fill the shape.
  @inlinable
  package init(shape: [Int], entries: [Scalar]) {
    precondition(shape.reduce(1, *) == entries.count, "entries must fill the shape")
    self.shape = shape
    self.entries = entries
  }

  package var rank: Int { shape.count }
  package var count: Int { entries.count }
}

extension Tensor: Equatable where Scalar: Equatable {}
extension Tensor: Hashable where Scalar: Hashable {}
extension Tensor: Sendable where Scalar: Sendable {}

extension Tensor<Double> {
  /// A number by itself. Most are doubles; not being generic, this one needn't look up at each call what it makes.
  package init(scalar: Double) {
    self.init(shape: [], entries: [scalar])
  }
}

extension Tensor {
  @inlinable
  package init(scalar: Scalar) {
    self.init(shape: [], entries: [scalar])
  }

  /// The offset of a position in `entries`; the position must lie inside the shape.
  package func offset(of position: [Int]) -> Int {
    precondition(position.count == rank, "a position has one index for each axis")
    var offset = 0
    for (index, size) in zip(position, shape) {
      precondition(index >= 0 && index < size, "the position lies outside the shape")
      offset = offset * size + index
    }
    return offset
  }

  package subscript(position: [Int]) -> Scalar {
    get { entries[offset(of: position)] }
    set { entries[offset(of: position)] = newValue }
  }
}
