#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A function of two numbers, by its NumPy name. Comparisons and logic give 0 or 1.
package enum BinaryFunction: String, CaseIterable, Sendable {
  case add, subtract, multiply, divide
  case floorDivide = "floor_divide"
  case modulo = "remainder"
  case power, maximum, minimum
  case less
  case lessEqual = "less_equal"
  case greater
  case greaterEqual = "greater_equal"
  case equal
  case notEqual = "not_equal"
  case logicalAnd = "logical_and"
  case logicalOr = "logical_or"
  case logicalXor = "logical_xor"

  /// Whether 0 and 1 stand for False and True.
  var answersTruths: Bool {
    switch self {
    case .less, .lessEqual, .greater, .greaterEqual, .equal, .notEqual, .logicalAnd, .logicalOr,
      .logicalXor:
      true
    default: false
    }
  }

  package func callAsFunction(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .floorDivide: floorDivided(a, by: b)
    case .modulo: floorRemainder(a, by: b)
    case .power: pow(a, b)
    case .maximum: larger(a, b)
    case .minimum: smaller(a, b)
    case .less: a < b ? 1 : 0
    case .lessEqual: a <= b ? 1 : 0
    case .greater: a > b ? 1 : 0
    case .greaterEqual: a >= b ? 1 : 0
    case .equal: a == b ? 1 : 0
    case .notEqual: a != b ? 1 : 0
    case .logicalAnd: a != 0 && b != 0 ? 1 : 0
    case .logicalOr: a != 0 || b != 0 ? 1 : 0
    case .logicalXor: (a != 0) != (b != 0) ? 1 : 0
    }
  }
}

/// Python's and NumPy's `%`: the sign is the divisor's, and so is a zero's.
func floorRemainder(_ a: Double, by b: Double) -> Double {
  let remainder = fmod(a, b)
  if b == 0 || remainder.isNaN { return remainder }
  if remainder == 0 { return copysign(0, b) }
  return (b < 0) != (remainder < 0) ? remainder + b : remainder
}

/// NumPy's `//`: the quotient rounded down; by zero it is what `/` gives.
func floorDivided(_ a: Double, by b: Double) -> Double {
  if b == 0 { return a / b }
  let remainder = fmod(a, b)
  var quotient = (a - remainder) / b
  if remainder != 0, (b < 0) != (remainder < 0) { quotient -= 1 }
  if quotient == 0 { return copysign(0, a / b) }
  // The quotient is a whole number but for the rounding of the division.
  let whole = floor(quotient)
  return quotient - whole > 0.5 ? whole + 1 : whole
}

/// NumPy's `maximum`: a NaN on either side is kept.
@inline(__always)
func larger<Scalar: BinaryFloatingPoint>(_ a: Scalar, _ b: Scalar) -> Scalar {
  a > b || a.isNaN ? a : b
}

/// NumPy's `minimum`: a NaN on either side is kept.
@inline(__always)
func smaller<Scalar: BinaryFloatingPoint>(_ a: Scalar, _ b: Scalar) -> Scalar {
  a < b || a.isNaN ? a : b
}
