import Dispatch
import Synchronization

/// Scaled dot-product attention in float32 that never holds the matrix of scores: memory grows with n + m.
///
///     O = softmax(scale · Q Kᵀ + mask) V
///
/// Queries go in tiles of 32, keys in blocks of 128; the softmax is put together from block to block, so the
/// answer is the plain one for any block size, but for rounding.
///
/// Source: Dao et al., "FlashAttention" (2022), algorithm 1; Rabe and Staats, "Self-attention does not need O(n²)
/// memory" (2021).
///
/// - Parameters:
///   - query: `[n, d]`, `[heads, n, d]` or `[batch, heads, n, d]`.
///   - key: the same with m rows; as many heads as the query.
///   - value: the same with m rows of d_v features.
///   - causal: query i sees keys up to i + `offset`.
///   - scale: 1/√d where nil.
///   - threads: how many work at once; 1 starts none.
/// - Returns: `[…, n, d_v]`; a row that sees no key is zero.
/// - Throws: `TensorError.rank`, `.sizes` where heads, keys or features disagree, `.argument` for d = 0.
/// - Complexity: O(n · m · (d + d_v)) time, O(n + m) memory.
package func streamingAttention(
  query: Tensor<Float>, key: Tensor<Float>, value: Tensor<Float>, causal: Bool = false,
  offset: Int = 0, scale: Float? = nil, threads: Int = 1
) throws(TensorError) -> Tensor<Float> {
  let sizes = try StreamingSizes(query.shape, key.shape, value.shape)
  let job = StreamingJob(
    sizes: sizes, query: query.entries,
    key: PackedKeys(key.entries, sizes), value: PackedValues(value.entries, sizes),
    reach: causal ? offset : nil,
    scale: scale ?? (sizes.size == 0 ? 1 : 1 / Float(sizes.size).squareRoot()))
  return Tensor(
    shape: Array(query.shape.dropLast()) + [sizes.features], entries: job.run(threads: threads))
}

/// The sizes of one call, checked against one another.
struct StreamingSizes {
  /// Batches times heads.
  let heads: Int
  let queries: Int
  let keys: Int
  /// d
  let size: Int
  /// d_v
  let features: Int

  init(_ query: [Int], _ key: [Int], _ value: [Int]) throws(TensorError) {
    for shape in [query, key, value] where shape.count < 2 || shape.count > 4 {
      throw .rank(operation: "attention", shape: shape)
    }
    let (n, d) = (query[query.count - 2], query[query.count - 1])
    guard d > 0 else { throw .argument(name: "query", problem: "has no features") }
    guard key.last == d else { throw .sizes(what: "features of query and key", query, key) }
    guard key.dropLast() == value.dropLast() else {
      throw .sizes(what: "keys and values", key, value)
    }
    guard query.dropLast(2) == key.dropLast(2) else {
      throw .sizes(what: "heads of query and key", query, key)
    }
    heads = query.dropLast(2).reduce(1, *)
    queries = n
    keys = key[key.count - 2]
    size = d
    features = value[value.count - 1]
  }
}

/// One call's data, read by all threads.
private struct StreamingJob: Sendable {
  let sizes: StreamingSizes
  let query: [Float]
  let key: PackedKeys
  let value: PackedValues
  /// `offset` where the mask is causal.
  let reach: Int?
  let scale: Float

  private var tilesOfHead: Int { (sizes.queries + StreamingTile.rows - 1) / StreamingTile.rows }

  func run(threads: Int) -> [Float] {
    let tiles = sizes.heads * tilesOfHead
    let workers = max(1, min(threads, tiles))
    let queue = Mutex(TileQueue(outputs: [[Float]](repeating: [], count: tiles)))
    if workers == 1 {
      work(on: queue)
    } else {
      DispatchQueue.concurrentPerform(iterations: workers) { _ in work(on: queue) }
    }
    return queue.withLock { $0.outputs }.flatMap(\.self)
  }

  /// Takes tile after tile until none is left: late tiles of a causal mask cost more, and a thread may be held up by whatever
  /// else the machine does.
  private func work(on queue: borrowing Mutex<TileQueue>) {
    let tile = StreamingTile(size: sizes.size, features: value.width)
    while let index = queue.withLock({ $0.take() }) {
      let output = output(
        of: tile, head: index / tilesOfHead, first: index % tilesOfHead * StreamingTile.rows)
      queue.withLock { $0.outputs[index] = output }
    }
  }

  private func output(of tile: borrowing StreamingTile, head: Int, first: Int) -> [Float] {
    let count = min(StreamingTile.rows, sizes.queries - first)
    query.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      tile.begin(base + (head * sizes.queries + first) * sizes.size, count: count, scale: scale)
    }
    let last = reach.map { min(sizes.keys, max(0, first + count + $0)) } ?? sizes.keys
    for block in stride(from: 0, to: last, by: StreamingTile.columns) {
      key.withBlock(block, head: head) { keys in
        value.withBlock(block, head: head) { values in
          tile.absorb(
            keys: keys, values: values, rows: count,
            depth: min(StreamingTile.columns, sizes.keys - block),
            visible: { row in reach.map { first + row + $0 + 1 - block } ?? sizes.keys - block })
        }
      }
    }
    return tile.finish(count: count, width: sizes.features)
  }
}

/// The tiles of a job, dealt out one by one, and what came of them.
private struct TileQueue {
  var outputs: [[Float]]
  private var next = 0

  init(outputs: [[Float]]) {
    self.outputs = outputs
  }

  mutating func take() -> Int? {
    guard next < outputs.count else { return nil }
    next += 1
    return next - 1
  }
}
