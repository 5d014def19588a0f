/// 2^x for four numbers at once, to 2 × 10⁻⁷ relative; 0 below −126, where float32 has no normal numbers left.
///
/// x is split into a whole number, which becomes the exponent's bits, and a rest in [−½, ½], for which the
/// Taylor series of e^(x ln 2) is taken to its sixth power. NaN stays NaN. x above 127 isn't meant: scores come
/// here with their maximum taken off.
@inline(__always)
func exp2(_ x: SIMD4<Float>) -> SIMD4<Float> {
  // Adding 1.5 × 2²³ leaves the nearest whole number in the low bits of the sum.
  let rounder = SIMD4<Float>(repeating: 12_582_912)
  let shifted = x + rounder
  let whole = unsafeBitCast(shifted, to: SIMD4<Int32>.self) &- Int32(bitPattern: 0x4B40_0000)
  let rest = x - (shifted - rounder)
  var series = SIMD4<Float>(repeating: 1.540_353_0e-4)
  series = series * rest + 1.333_355_8e-3
  series = series * rest + 9.618_129_1e-3
  series = series * rest + 5.550_410_9e-2
  series = series * rest + 2.402_265_1e-1
  series = series * rest + 6.931_471_8e-1
  series = series * rest + 1
  let power = unsafeBitCast((whole &+ 127) &<< 23, to: SIMD4<Float>.self)
  return (series * power).replacing(with: 0, where: x .< -126)
}
