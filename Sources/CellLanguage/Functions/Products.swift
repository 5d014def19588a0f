import AttentionEngine

// Products of arrays, and their comparison.

extension FunctionTable {
  static let products: [FunctionRow] = [
    FunctionRow("outer", "a, b", "each entry of a times each of b", outer),
    FunctionRow(
      "dot", "a, b", "the dot product of vectors, the matrix product of matrices", dot),
    FunctionRow("matmul", "x1, x2, /", "the matrix product, as @") {
      (arguments, budget) throws(Fault) in
      .array(
        try matmul(
          try arguments.array("x1", &budget), try arguments.array("x2", &budget), &budget))
    },
    FunctionRow(
      "einsum", "subscripts, *operands", "sums of products by the names of their axes",
      sharesMemory: true, einsum),
    FunctionRow(
      "allclose", "a, b, rtol=1e-05, atol=1e-08, equal_nan=False",
      "whether all entries agree: |a - b| <= atol + rtol * |b|", allClose),
  ]
}

private func outer(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let a = try arguments.array("a", &budget)
  let b = try arguments.array("b", &budget)
  let column = try reshaped(a, to: [a.tensor.count, 1], &budget)
  let row = try reshaped(b, to: [1, b.tensor.count], &budget)
  return .array(try arrayArithmetic(.multiply, column, row, &budget))
}

private func dot(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let a = try arguments.array("a", &budget)
  let b = try arguments.array("b", &budget)
  // For NumPy 0 times NaN is 0 here and NaN everywhere else.
  let allFinite = (a.tensor.entries + b.tensor.entries).allSatisfy(\.isFinite)
  if a.shape.isEmpty || b.shape.isEmpty, allFinite {
    return .array(try arrayArithmetic(.multiply, a, b, &budget))
  }
  guard 1...2 ~= a.shape.count, 1...2 ~= b.shape.count else {
    throw .unsupported(
      "dot takes vectors and matrices here",
      help: "@ multiplies stacks of matrices, * by a number")
  }
  return .array(try matmul(a, b, &budget))
}

private func allClose(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let a = try arguments.array("a", &budget)
  let b = try arguments.array("b", &budget)
  let rtol = try arguments.number("rtol", default: 1e-5)
  let atol = try arguments.number("atol", default: 1e-8)
  let equalNaN = try arguments.boolean("equal_nan", default: false)
  _ = try budget.reserve(try broadcastShape(a.shape, b.shape))
  let trace = try budget.apply(
    AllClose(relative: rtol, absolute: atol, equalNaN: equalNaN), to: Operands(a.trace, b.trace),
    shape: [])
  return .boolean(trace.value.entries[0] != 0, trace)
}

// MARK: - einsum

/// `"ij,jk->ik"` read: the letters of each operand and of the result.
private struct Subscripts {
  let operands: [[Character]]
  let result: [Character]

  init(_ text: String, count: Int) throws(Fault) {
    let plain = text.filter { $0 != " " }
    let sides = plain.split(separator: ">", omittingEmptySubsequences: false)
    let isExplicit = sides.count == 2 && sides[0].hasSuffix("-")
    guard isExplicit || !plain.contains(where: { "->".contains($0) }) else {
      throw .value("einsum: the subscripts have one arrow, as in \"ij,jk->ik\"")
    }
    let left = isExplicit ? String(sides[0].dropLast()) : plain
    operands = left.split(separator: ",", omittingEmptySubsequences: false).map(Array.init)
    let letters = operands.flatMap { $0 }
    if isExplicit {
      result = Array(sides[1])
    } else {
      result = Set(letters).filter { letter in letters.filter { $0 == letter }.count == 1 }.sorted()
    }
    guard (letters + result).allSatisfy({ $0.isASCII && $0.isLetter }) else {
      throw .unsupported(
        "einsum: the subscripts are letters, commas and one arrow",
        help: "\"...\" is not supported: name every axis")
    }
    guard operands.count == count else {
      throw .value("einsum: the subscripts name \(operands.count) arrays, and \(count) are given")
    }
    guard Set(result).count == result.count, result.allSatisfy(letters.contains) else {
      throw .value("einsum: each letter behind the arrow stands before it, and behind it once")
    }
  }
}

/// The product over all letters, then the sum over those that aren't in the result.
private func einsum(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  guard case .string(let text) = arguments["subscripts"] else {
    throw arguments.problem("subscripts", "is a text like \"ij,jk->ik\"", arguments["subscripts"])
  }
  let subscripts = try Subscripts(text, count: arguments.rest.count)
  var arrays: [NDArray] = []
  var sizes: [Character: Int] = [:]
  for (letters, value) in zip(subscripts.operands, arguments.rest) {
    let array = try array(of: value, &budget).asArray
    guard array.shape.count == letters.count else {
      throw .shape(
        "\"\(String(letters))\" names \(letters.count) axes, and the array is"
          + " \(words(shape: array.shape))")
    }
    for (letter, size) in zip(letters, array.shape) {
      guard let known = sizes[letter], known != size else {
        sizes[letter] = size
        continue
      }
      throw .shape("\(letter) is \(known) in one place and \(size) in another")
    }
    arrays.append(array)
  }
  var summed: [Character] = []
  for letter in subscripts.operands.flatMap({ $0 })
  where !subscripts.result.contains(letter) && !summed.contains(letter) {
    summed.append(letter)
  }
  return .array(
    try contracted(arrays, subscripts.operands, subscripts.result, summed, sizes, &budget))
}

/// Two operands become a product of matrices: kept letters of one side, summed ones, kept letters of the other. More are
/// taken from left to right.
private func contracted(
  _ arrays: [NDArray], _ operands: [[Character]], _ result: [Character], _ summed: [Character],
  _ sizes: [Character: Int], _ budget: inout Budget
) throws(Fault) -> NDArray {
  var arrays = arrays
  var operands = operands
  while arrays.count > 1 {
    let later = Set(operands[2...].flatMap { $0 } + result)
    let (letters, product) = try pairProduct(
      (arrays[0], operands[0]), (arrays[1], operands[1]), keeping: later, sizes, &budget)
    arrays.replaceSubrange(0..<2, with: [product])
    operands.replaceSubrange(0..<2, with: [letters])
  }
  let one = try ordered(arrays[0], operands[0], as: result, sizes, &budget)
  return one
}

/// An array with its letters, each once, in the order wanted: diagonals taken, letters that aren't wanted summed.
private func ordered(
  _ array: NDArray, _ letters: [Character], as wanted: [Character], _ sizes: [Character: Int],
  _ budget: inout Budget
) throws(Fault) -> NDArray {
  var rest: [Character] = []
  for letter in letters where !wanted.contains(letter) && !rest.contains(letter) {
    rest.append(letter)
  }
  let order = wanted + rest
  if order == letters { return try summedOver(array, rest.count, &budget) }
  let own = Shape.strides(array.shape)
  let shape = order.map { sizes[$0] ?? 1 }
  let strides = order.map { letter in
    zip(letters, own).reduce(0) { $1.0 == letter ? $0 + $1.1 : $0 }
  }
  _ = try budget.reserve(shape)
  let moved = try reindexed(array, "einsum", shape, offsets(shape, strides), &budget)
  return try summedOver(moved, rest.count, &budget)
}

private func summedOver(
  _ array: NDArray, _ count: Int, _ budget: inout Budget
) throws(Fault) -> NDArray {
  guard count > 0 else { return array }
  if array.dtype != .float64 { try checkSum(array.largest, count: array.tensor.count) }
  let axes = Array((array.shape.count - count)..<array.shape.count)
  let trace = try budget.apply(Reduction(.sum, axes: axes), to: Operands(array.trace))
  return NDArray(dtype: array.dtype == .float64 ? .float64 : .int64, trace: trace)
}

private func pairProduct(
  _ left: (array: NDArray, letters: [Character]), _ right: (array: NDArray, letters: [Character]),
  keeping later: Set<Character>, _ sizes: [Character: Int], _ budget: inout Budget
) throws(Fault) -> ([Character], NDArray) {
  func unique(_ letters: [Character]) -> [Character] {
    var seen: Set<Character> = []
    return letters.filter { seen.insert($0).inserted }
  }
  let (a, b) = (unique(left.letters), unique(right.letters))
  let batch = a.filter { b.contains($0) && later.contains($0) }
  let inner = a.filter { b.contains($0) && !later.contains($0) }
  let rows = a.filter { !b.contains($0) && later.contains($0) }
  let columns = b.filter { !a.contains($0) && later.contains($0) }
  func size(_ letters: [Character]) throws(Fault) -> Int {
    var size = 1
    for letter in letters {
      let (product, overflow) = size.multipliedReportingOverflow(by: sizes[letter] ?? 1)
      guard !overflow else { throw .bound("einsum would make too large an array") }
      size = product
    }
    return size
  }
  let first = try ordered(left.array, left.letters, as: batch + rows + inner, sizes, &budget)
  let second = try ordered(right.array, right.letters, as: batch + inner + columns, sizes, &budget)
  let product = try matmul(
    try reshaped(first, to: [try size(batch), try size(rows), try size(inner)], &budget),
    try reshaped(second, to: [try size(batch), try size(inner), try size(columns)], &budget),
    &budget)
  let letters = batch + rows + columns
  guard letters.count <= TensorLimit.rank else {
    throw .bound("einsum makes an array of \(letters.count) axes; the bound is \(TensorLimit.rank)")
  }
  return (letters, try reshaped(product, to: letters.map { sizes[$0] ?? 1 }, &budget))
}
