#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A function of one number, by its NumPy, `jax.nn` or PyTorch name. Predicates give 0 or 1.
package enum UnaryFunction: String, CaseIterable, Sendable {
  case negative, exp, log, log2, sqrt, tanh, sin, cos, abs, sign, floor, ceil
  case isnan, isinf, isfinite
  case logicalNot = "logical_not"
  case sigmoid, relu
  /// The exact form, x Φ(x): `gelu(x)` of PyTorch.
  case gelu
  /// The form with tanh: `gelu(x, approximate="tanh")` of PyTorch.
  case geluTanh = "gelu_tanh"
  case silu

  /// Whether 0 and 1 stand for False and True.
  var answersTruths: Bool {
    switch self {
    case .isnan, .isinf, .isfinite, .logicalNot: true
    default: false
    }
  }

  package func callAsFunction(_ x: Double) -> Double {
    switch self {
    case .negative: -x
    case .exp: Double.exp(x)
    case .log: Double.log(x)
    case .log2: x.binaryLogarithm
    case .sqrt: x.squareRoot()
    case .tanh: Double.tanh(x)
    case .sin: x.sine
    case .cos: x.cosine
    case .abs: x.magnitude
    case .sign: x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : x
    case .floor: x.rounded(.down)
    case .ceil: x.rounded(.up)
    case .isnan: x.isNaN ? 1 : 0
    case .isinf: x.isInfinite ? 1 : 0
    case .isfinite: x.isFinite ? 1 : 0
    case .logicalNot: x == 0 ? 1 : 0
    case .sigmoid: logistic(x)
    case .relu: larger(x, 0)
    case .gelu: 0.5 * x * (1 + errorFunction(x * 0.5.squareRoot()))
    case .geluTanh: 0.5 * x * (1 + Double.tanh(geluSlope * (x + 0.044715 * x * x * x)))
    case .silu: x * logistic(x)
    }
  }
}

/// √(2/π), the slope at 0 of the tanh that stands for Φ.
let geluSlope = (2 / Double.pi).squareRoot()

/// 1 / (1 + e⁻ˣ), by the form that doesn't overflow on its side of 0.
func logistic(_ x: Double) -> Double {
  if x >= 0 { return 1 / (1 + Double.exp(-x)) }
  let e = Double.exp(x)
  return e / (1 + e)
}

func errorFunction(_ x: Double) -> Double { erf(x) }

// C's functions, under names that the cases above don't hide.
extension Double {
  fileprivate var binaryLogarithm: Double { log2OfC(self) }
  fileprivate var sine: Double { sinOfC(self) }
  fileprivate var cosine: Double { cosOfC(self) }
}

private func log2OfC(_ x: Double) -> Double { log2(x) }
private func sinOfC(_ x: Double) -> Double { sin(x) }
private func cosOfC(_ x: Double) -> Double { cos(x) }

extension UnaryFunction {
  /// The function spelt out as far as a reader can compute it with the functions of a pocket calculator.
  func arithmetic<Leaf>(of x: Arithmetic<Leaf>) -> Arithmetic<Leaf> {
    switch self {
    case .negative:
      return .negate(x)
    case .sigmoid:
      return .quotient(.number(1), .sum([.number(1), .call("exp", [.negate(x)])]))
    case .silu:
      return .quotient(x, .sum([.number(1), .call("exp", [.negate(x)])]))
    case .relu:
      return .call("maximum", [x, .number(0)])
    case .gelu:
      let bent = Arithmetic.call("erf", [.quotient(x, .call("sqrt", [.number(2)]))])
      return .product([.number(0.5), x, .sum([.number(1), bent])])
    case .geluTanh:
      let cubic = Arithmetic.sum([x, .product([.number(0.044715), .power(x, .number(3))])])
      let slope = Arithmetic<Leaf>.call("sqrt", [.quotient(.number(2), .call("pi", []))])
      let bent = Arithmetic.call("tanh", [.product([slope, cubic])])
      return .product([.number(0.5), x, .sum([.number(1), bent])])
    default:
      return .call(rawValue, [x])
    }
  }
}
