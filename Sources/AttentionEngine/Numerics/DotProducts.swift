// Sums of products over entries where they stand in memory, four at a time.

/// The products of one vector with each of `count` vectors that stand one behind the other.
///
/// Each is summed in four partial sums and the same way whatever its neighbours are, so that an entry doesn't depend on how
/// many are asked for.
@inline(__always)
func dotProducts<Scalar: ElementaryFunctions>(
  _ products: UnsafeMutableBufferPointer<Scalar>, of a: UnsafeBufferPointer<Scalar>, _ i: Int,
  with b: UnsafeBufferPointer<Scalar>, _ j: Int, count: Int, depth: Int
) {
  guard depth > 0, count > 0, let a = a.baseAddress, let b = b.baseAddress else {
    return products.update(repeating: 0)
  }
  let (x, y) = (a + i, b + j)
  var row = 0
  while row < count {
    let start = y + row &* depth
    // Fewer than three at a time wait for their own sums: 5 are 3 and 2, 6 are 3 and 3, 7 are 4 and 3.
    switch count &- row {
    case 1:
      products[row] = dotProduct(x, start, depth)
      row &+= 1
    case 2:
      twoProducts(products, row, x, start, depth)
      row &+= 2
    case 3, 5, 6:
      threeProducts(products, row, x, start, depth)
      row &+= 3
    default:
      fourProducts(products, row, x, start, depth)
      row &+= 4
    }
  }
}

@inline(__always)
private func fourProducts<Scalar: ElementaryFunctions>(
  _ products: UnsafeMutableBufferPointer<Scalar>, _ row: Int, _ x: UnsafePointer<Scalar>,
  _ y: UnsafePointer<Scalar>, _ depth: Int
) {
  let (y1, y2, y3) = (y + depth, y + 2 &* depth, y + 3 &* depth)
  var (s0, s1) = (SIMD4<Scalar>(), SIMD4<Scalar>())
  var (s2, s3) = (SIMD4<Scalar>(), SIMD4<Scalar>())
  var c = 0
  while c &+ 4 <= depth {
    let own = lanes(x, c)
    s0 += own * lanes(y, c)
    s1 += own * lanes(y1, c)
    s2 += own * lanes(y2, c)
    s3 += own * lanes(y3, c)
    c &+= 4
  }
  products[row] = rest(s0, x, y, c, depth)
  products[row &+ 1] = rest(s1, x, y1, c, depth)
  products[row &+ 2] = rest(s2, x, y2, c, depth)
  products[row &+ 3] = rest(s3, x, y3, c, depth)
}

@inline(__always)
private func threeProducts<Scalar: ElementaryFunctions>(
  _ products: UnsafeMutableBufferPointer<Scalar>, _ row: Int, _ x: UnsafePointer<Scalar>,
  _ y: UnsafePointer<Scalar>, _ depth: Int
) {
  let (y1, y2) = (y + depth, y + 2 &* depth)
  var (s0, s1, s2) = (SIMD4<Scalar>(), SIMD4<Scalar>(), SIMD4<Scalar>())
  var c = 0
  while c &+ 4 <= depth {
    let own = lanes(x, c)
    s0 += own * lanes(y, c)
    s1 += own * lanes(y1, c)
    s2 += own * lanes(y2, c)
    c &+= 4
  }
  products[row] = rest(s0, x, y, c, depth)
  products[row &+ 1] = rest(s1, x, y1, c, depth)
  products[row &+ 2] = rest(s2, x, y2, c, depth)
}

@inline(__always)
private func twoProducts<Scalar: ElementaryFunctions>(
  _ products: UnsafeMutableBufferPointer<Scalar>, _ row: Int, _ x: UnsafePointer<Scalar>,
  _ y: UnsafePointer<Scalar>, _ depth: Int
) {
  let y1 = y + depth
  var (s0, s1) = (SIMD4<Scalar>(), SIMD4<Scalar>())
  var c = 0
  while c &+ 4 <= depth {
    let own = lanes(x, c)
    s0 += own * lanes(y, c)
    s1 += own * lanes(y1, c)
    c &+= 4
  }
  products[row] = rest(s0, x, y, c, depth)
  products[row &+ 1] = rest(s1, x, y1, c, depth)
}

@inline(__always)
private func dotProduct<Scalar: ElementaryFunctions>(
  _ x: UnsafePointer<Scalar>, _ y: UnsafePointer<Scalar>, _ depth: Int
) -> Scalar {
  var sums = SIMD4<Scalar>()
  var c = 0
  while c &+ 4 <= depth {
    sums += lanes(x, c) * lanes(y, c)
    c &+= 4
  }
  return rest(sums, x, y, c, depth)
}

/// The partial sums together, and the products that are left.
@inline(__always)
private func rest<Scalar: ElementaryFunctions>(
  _ sums: SIMD4<Scalar>, _ x: UnsafePointer<Scalar>, _ y: UnsafePointer<Scalar>, _ start: Int,
  _ depth: Int
) -> Scalar {
  var sum = (sums[0] + sums[1]) + (sums[2] + sums[3])
  var c = start
  while c < depth {
    sum += x[c] * y[c]
    c &+= 1
  }
  return sum
}

/// Four entries.
@inline(__always)
func lanes<Scalar: ElementaryFunctions>(
  _ start: UnsafePointer<Scalar>, _ index: Int
) -> SIMD4<Scalar> {
  UnsafeRawPointer(start + index).loadUnaligned(as: SIMD4<Scalar>.self)
}
