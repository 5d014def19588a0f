/// `c = a · b`, or `c += a · b`, for 4 rows of `a` and 8 columns of `b`, all row-major with the strides given.
///
/// The eight accumulators, two rows of `b` and one of `a` fit the sixteen vector registers that every x86-64 and
/// arm64 has. Products and sums stand apart on purpose: without a fused instruction in the target,
/// `addingProduct` would call the C library for each of them.
///
/// - Parameters:
///   - depth: columns of `a`, rows of `b`.
///   - adds: whether to add to what `c` holds.
@inline(__always)
func multiplyTile(
  _ a: UnsafePointer<Float>, stride aStride: Int,
  _ b: UnsafePointer<Float>, stride bStride: Int, depth: Int,
  into c: UnsafeMutablePointer<Float>, stride cStride: Int, adds: Bool
) {
  var c00 = SIMD4<Float>(), c01 = SIMD4<Float>(), c10 = SIMD4<Float>(), c11 = SIMD4<Float>()
  var c20 = SIMD4<Float>(), c21 = SIMD4<Float>(), c30 = SIMD4<Float>(), c31 = SIMD4<Float>()
  let a1 = a + aStride, a2 = a1 + aStride, a3 = a2 + aStride
  var row = UnsafeRawPointer(b)
  let step = bStride &* 4
  var k = 0
  while k < depth {
    let b0 = row.loadUnaligned(as: SIMD4<Float>.self)
    let b1 = row.loadUnaligned(fromByteOffset: 16, as: SIMD4<Float>.self)
    let x0 = SIMD4<Float>(repeating: a[k]), x1 = SIMD4<Float>(repeating: a1[k])
    let x2 = SIMD4<Float>(repeating: a2[k]), x3 = SIMD4<Float>(repeating: a3[k])
    c00 += x0 * b0
    c01 += x0 * b1
    c10 += x1 * b0
    c11 += x1 * b1
    c20 += x2 * b0
    c21 += x2 * b1
    c30 += x3 * b0
    c31 += x3 * b1
    row += step
    k &+= 1
  }
  let out = UnsafeMutableRawPointer(c)
  let below = cStride &* 4
  store(c00, c01, at: out, adds: adds)
  store(c10, c11, at: out + below, adds: adds)
  store(c20, c21, at: out + 2 &* below, adds: adds)
  store(c30, c31, at: out + 3 &* below, adds: adds)
}

@inline(__always)
private func store(
  _ low: SIMD4<Float>, _ high: SIMD4<Float>, at out: UnsafeMutableRawPointer, adds: Bool
) {
  var low = low, high = high
  if adds {
    low += out.loadUnaligned(as: SIMD4<Float>.self)
    high += out.loadUnaligned(fromByteOffset: 16, as: SIMD4<Float>.self)
  }
  out.storeBytes(of: low, as: SIMD4<Float>.self)
  out.storeBytes(of: high, toByteOffset: 16, as: SIMD4<Float>.self)
}
