#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A floating-point type with the functions that attention needs: `Float` and `Double`.
package protocol ElementaryFunctions: BinaryFloatingPoint, Codable, SIMDScalar, Sendable {
  static func exp(_ x: Self) -> Self
  static func log(_ x: Self) -> Self
  static func tanh(_ x: Self) -> Self
}

extension Double: ElementaryFunctions {
  @inline(__always)
  package static func exp(_ x: Double) -> Double { _exp(x) }
  @inline(__always)
  package static func log(_ x: Double) -> Double { _log(x) }
  @inline(__always)
  package static func tanh(_ x: Double) -> Double { _tanh(x) }
}

extension Float: ElementaryFunctions {
  @inline(__always)
  package static func exp(_ x: Float) -> Float { expf(x) }
  @inline(__always)
  package static func log(_ x: Float) -> Float { logf(x) }
  @inline(__always)
  package static func tanh(_ x: Float) -> Float { tanhf(x) }
}

// Inside the extensions above the C functions are hidden by the static ones of the same name.
private func _exp(_ x: Double) -> Double { exp(x) }
private func _log(_ x: Double) -> Double { log(x) }
private func _tanh(_ x: Double) -> Double { tanh(x) }
