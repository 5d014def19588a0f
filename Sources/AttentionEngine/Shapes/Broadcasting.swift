// NumPy's rule: shapes are aligned at their last axis; sizes agree where they are equal or one of them is 1,
// and a missing axis counts as 1. https://numpy.org/doc/stable/user/basics.broadcasting.html

extension Shape {
  /// The shape that two shapes broadcast to.
  ///
  /// - Throws: `TensorError.broadcast` where they don't.
  package static func broadcast(_ a: [Int], _ b: [Int]) throws(TensorError) -> [Int] {
    if a == b || b.isEmpty { return a }
    if a.isEmpty { return b }
    if a.count == 2, b.count == 2 {
      return [try broadcast(a[0], b[0], a, b), try broadcast(a[1], b[1], a, b)]
    }
    var result = [Int](repeating: 1, count: max(a.count, b.count))
    for back in 1...max(result.count, 1) where back <= result.count {
      let left = back <= a.count ? a[a.count - back] : 1
      let right = back <= b.count ? b[b.count - back] : 1
      result[result.count - back] = try broadcast(left, right, a, b)
    }
    return result
  }

  /// The size that two sizes broadcast to.
  private static func broadcast(
    _ left: Int, _ right: Int, _ a: [Int], _ b: [Int]
  ) throws(TensorError) -> Int {
    guard left == right || left == 1 || right == 1 else { throw .broadcast(a, b) }
    return left == 1 ? right : left
  }

  /// The strides with which an array of one shape is read as if it had the shape it broadcasts to: 0 where it is repeated.
  package static func strides(_ shape: [Int], broadcastTo target: [Int]) -> [Int] {
    let own = strides(shape)
    var strides = [Int](repeating: 0, count: target.count)
    for axis in shape.indices where shape[axis] != 1 {
      strides[target.count - shape.count + axis] = own[axis]
    }
    return strides
  }

  /// The position in an array of the entry that stands at `position` of the shape it broadcasts to.
  package static func position(_ position: [Int], broadcastFrom shape: [Int]) -> [Int] {
    let missing = position.count - shape.count
    return shape.indices.map { shape[$0] == 1 ? 0 : position[missing + $0] }
  }
}

/// How an array of rank 2 at most is read as if it had the shape it broadcasts to. Most arrays are of this kind, and two
/// strides need no memory of their own.
struct PlaneStrides {
  let row: Int
  let step: Int

  /// - Parameter shape: of rank 2 at most.
  init(_ shape: [Int]) {
    let columns = shape.last ?? 1
    step = columns == 1 ? 0 : 1
    row = shape.count == 2 && shape[0] != 1 ? columns : 0
  }
}

/// Walks the offsets of an array in the row-major order of the shape it is read in, one stride for each axis.
///
/// Calls the body with where the run begins in the result and in each of the arrays; a run is the last axis.
func forEachRun(
  _ shape: [Int], _ strides: [[Int]], _ body: (_ result: Int, _ starts: [Int]) -> Void
) {
  guard !shape.contains(0) else { return }
  let run = shape.last ?? 1
  let outer = shape.dropLast()
  var index = [Int](repeating: 0, count: outer.count)
  var starts = [Int](repeating: 0, count: strides.count)
  var result = 0
  while true {
    body(result, starts)
    result += run
    var axis = outer.count - 1
    while axis >= 0 {
      index[axis] += 1
      for operand in strides.indices { starts[operand] += strides[operand][axis] }
      if index[axis] < outer[axis] { break }
      for operand in strides.indices { starts[operand] -= strides[operand][axis] * outer[axis] }
      index[axis] = 0
      axis -= 1
    }
    if axis < 0 { return }
  }
}
