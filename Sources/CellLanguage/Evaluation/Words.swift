import AttentionEngine

// How values are called in messages.

/// `3×2`; a vector by its length; a scalar as `a single number`.
package func words(shape: [Int]) -> String {
  switch shape.count {
  case 0: "a single number"
  case 1: "length \(grouped(shape[0]))"
  default: shape.map(grouped).joined(separator: "×")
  }
}

/// `(3, 2)`, `(3,)`, `()`: as Python writes a shape.
package func tuple(shape: [Int]) -> String {
  "(" + shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? ",)" : ")")
}

/// A whole number with its thousands apart: `10,000,000`.
package func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
    result.append(digit)
  }
  return (number < 0 ? "-" : "") + result
}

/// A number for a message: whole ones as they are, others to six significant digits.
package func short(_ number: Double) -> String {
  guard number.isFinite else { return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf" }
  if number == 0 { return number.sign == .minus ? "-0.0" : "0.0" }
  if number == number.rounded(), number.magnitude < 1e15 { return "\(number)" }
  var exponent = 0
  var scaled = number.magnitude
  guard scaled >= 1e-6, scaled < 1e15 else { return "\(number)" }
  while scaled < 100_000 {
    scaled *= 10
    exponent += 1
  }
  guard exponent > 0 else { return "\(number.rounded())" }
  var power = 1.0
  for _ in 0..<exponent { power *= 10 }
  return "\((number * power).rounded() / power)"
}

extension DType {
  /// The kind of number in a learner's words.
  var words: String {
    switch self {
    case .float64: "numbers"
    case .int64: "whole numbers"
    case .bool: "booleans"
    }
  }
}

extension Value {
  /// What kind of thing a value is: `an array of 3×2`, `a list of 3`, `the string "a"`.
  package var kindWords: String {
    switch self {
    case .none: "None"
    case .boolean(let value, _): value ? "True" : "False"
    case .integer(let value, _): "the whole number \(value)"
    case .float(let value, _): "the number \(short(value))"
    case .string: "a string"
    case .list(let items): "a list of \(items.count)"
    case .tuple(let items): "a tuple of \(items.count)"
    case .range: "a range"
    case .array(let array): array.kindWords
    case .function(let closure):
      closure.isLambda ? "a lambda" : "the function \(closure.function.name)"
    case .builtin(let name): "the function \(name)"
    }
  }
}

extension NDArray {
  var kindWords: String {
    if shape.isEmpty {
      let entry = tensor.entries[0]
      switch dtype {
      case .bool: return entry != 0 ? "True" : "False"
      case .int64, .float64: return "the number \(short(entry))"
      }
    }
    let kind = dtype == .bool ? "a boolean array" : "an array"
    return "\(kind) of \(CellLanguage.words(shape: shape))"
  }
}
