/// Online softmax for a tile of queries against one block of keys after another, in float32.
///
/// All scratch memory is here: it grows with the tile and the block, never with the sequence.
struct StreamingTile: ~Copyable {
  /// Queries of a tile; a multiple of the four rows of a product tile.
  static let rows = 32
  /// Keys of a block; a multiple of the eight columns of a product tile.
  static let columns = 128

  private let size: Int
  private let features: Int
  /// Scaled by `scale × log₂ e`, so that 2^x serves for e^x; `[rows, d]`, rows beyond the last are zero.
  private let query: UnsafeMutablePointer<Float>
  /// `[rows, columns]`: first the scores, then the weights in their place.
  private let scores: UnsafeMutablePointer<Float>
  /// `[rows, features]`
  private let weighted: UnsafeMutablePointer<Float>
  private let maximum: UnsafeMutablePointer<Float>
  private let sum: UnsafeMutablePointer<Float>

  /// - Parameters:
  ///   - size: d, of a query.
  ///   - features: d_v, rounded up to a multiple of 8.
  init(size: Int, features: Int) {
    self.size = size
    self.features = features
    query = .allocate(capacity: Self.rows * size)
    scores = .allocate(capacity: Self.rows * Self.columns)
    weighted = .allocate(capacity: Self.rows * features)
    maximum = .allocate(capacity: Self.rows)
    sum = .allocate(capacity: Self.rows)
    scores.initialize(repeating: 0, count: Self.rows * Self.columns)
  }

  deinit {
    query.deallocate()
    scores.deallocate()
    weighted.deallocate()
    maximum.deallocate()
    sum.deallocate()
  }

  /// Begins a tile with `count` queries, row-major `[count, d]`.
  func begin(_ queries: UnsafePointer<Float>, count: Int, scale: Float) {
    let factor = scale * 1.442_695_04
    for index in 0..<count * size { query[index] = queries[index] * factor }
    for index in count * size..<Self.rows * size { query[index] = 0 }
    weighted.initialize(repeating: 0, count: Self.rows * features)
    maximum.initialize(repeating: -.infinity, count: Self.rows)
    sum.initialize(repeating: 0, count: Self.rows)
  }

  /// Takes in a block: keys transposed `[d, columns]`, values `[columns, features]`.
  ///
  /// - Parameters:
  ///   - rows: queries of this tile, from the first.
  ///   - visible: how many keys of the block the tile's query may see.
  func absorb(
    keys: UnsafePointer<Float>, values: UnsafePointer<Float>, rows: Int, depth: Int,
    visible: (Int) -> Int
  ) {
    let padded = (rows + 3) & ~3
    let width = (depth + 7) & ~7
    for row in stride(from: 0, to: padded, by: 4) {
      for column in stride(from: 0, to: width, by: 8) {
        multiplyTile(
          query + row &* size, stride: size, keys + column, stride: Self.columns, depth: size,
          into: scores + (row &* Self.columns &+ column), stride: Self.columns, adds: false)
      }
    }
    for row in 0..<padded {
      turnIntoWeights(row, width: width, visible: row < rows ? min(depth, visible(row)) : 0)
    }
    for row in stride(from: 0, to: padded, by: 4) {
      for column in stride(from: 0, to: features, by: 8) {
        multiplyTile(
          scores + row &* Self.columns, stride: Self.columns, values + column, stride: features,
          depth: depth, into: weighted + (row &* features &+ column), stride: features, adds: true)
      }
    }
  }

  /// Scores of one row become weights against the row's new maximum; what was summed before is scaled to it.
  private func turnIntoWeights(_ row: Int, width: Int, visible: Int) {
    let line = UnsafeMutableRawPointer(scores + row &* Self.columns)
    for column in max(0, visible)..<max(width, visible) {
      scores[row &* Self.columns &+ column] = -.infinity
    }
    guard visible > 0 else { return clear(line, width: width) }
    var lanes = SIMD4<Float>(repeating: -.infinity)
    for offset in stride(from: 0, to: width &* 4, by: 16) {
      let score = line.loadUnaligned(fromByteOffset: offset, as: SIMD4<Float>.self)
      lanes = lanes.replacing(with: score, where: score .> lanes)
    }
    var larger = Swift.max(maximum[row], lanes.max())
    if larger == -.infinity {
      guard hasNaN(row, count: visible) else { return clear(line, width: width) }
      larger = 0
    }
    var total = SIMD4<Float>()
    for offset in stride(from: 0, to: width &* 4, by: 16) {
      let score = line.loadUnaligned(fromByteOffset: offset, as: SIMD4<Float>.self)
      let weight = exp2(score - larger)
      line.storeBytes(of: weight, toByteOffset: offset, as: SIMD4<Float>.self)
      total += weight
    }
    rescale(row, to: larger)
    sum[row] += total.sum()
  }

  /// NaN isn't larger than anything, so that a row of nothing else looks as if it were masked.
  private func hasNaN(_ row: Int, count: Int) -> Bool {
    UnsafeBufferPointer(start: scores + row &* Self.columns, count: count).contains(where: \.isNaN)
  }

  private func clear(_ line: UnsafeMutableRawPointer, width: Int) {
    line.assumingMemoryBound(to: Float.self).update(repeating: 0, count: width)
  }

  private func rescale(_ row: Int, to larger: Float) {
    guard larger != maximum[row] else { return }
    let factor = exp2(SIMD4(repeating: maximum[row] - larger))[0]
    maximum[row] = larger
    sum[row] *= factor
    let out = weighted + row &* features
    for feature in 0..<features { out[feature] *= factor }
  }

  /// The outputs of the tile's first `count` queries, `[count, width]`; zeros where no key was visible.
  func finish(count: Int, width: Int) -> [Float] {
    var output = [Float]()
    output.reserveCapacity(count * width)
    for row in 0..<count {
      let norm = sum[row] == 0 ? 0 : 1 / sum[row]
      for feature in 0..<width { output.append(weighted[row * features + feature] * norm) }
    }
    return output
  }
}
