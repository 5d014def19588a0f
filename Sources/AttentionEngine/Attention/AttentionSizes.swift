/// The sizes that meet in an attention, read from its operands' shapes.
///
/// Queries are `[n, d]`, `[heads, n, d]` or `[batch, heads, n, d]`; keys and values the same, with as many or fewer heads.
struct AttentionSizes {
  let rank: Int
  let batch: Int
  let heads: Int
  let keyHeads: Int
  let queries: Int
  let keys: Int
  /// Of a query and of a key.
  let depth: Int
  /// Of a value; 0 where there are no values.
  let valueDepth: Int

  /// - Throws: `TensorError.rank`, `.heads` where the key heads don't divide the query heads, `.sizes` where others disagree.
  init(query q: [Int], key k: [Int], value v: [Int]? = nil, operation: String)
    throws(TensorError)
  {
    for shape in [q, k, v ?? k] where !(2...4).contains(shape.count) {
      throw .rank(operation: operation, shape: shape)
    }
    let (query, key, value) = (Self.padded(q), Self.padded(k), Self.padded(v ?? k))
    rank = max(q.count, k.count)
    (batch, heads, queries, depth) = (query[0], query[1], query[2], query[3])
    (keyHeads, keys) = (key[1], key[2])
    valueDepth = v == nil ? 0 : value[3]
    guard q.count >= k.count, batch == key[0] else { throw .sizes(what: "batches", q, k) }
    guard depth == key[3] else { throw .sizes(what: "query and key length", q, k) }
    guard keyHeads == heads || keyHeads > 0 && heads % keyHeads == 0 else {
      throw .heads(query: heads, key: keyHeads)
    }
    guard value[..<3] == key[..<3] else { throw .sizes(what: "keys and values", k, v ?? k) }
  }

  private static func padded(_ shape: [Int]) -> [Int] {
    [Int](repeating: 1, count: 4 - shape.count) + shape
  }

  /// Of scores and weights.
  var weightsShape: [Int] { Array([batch, heads, queries, keys].suffix(rank)) }
  var outputShape: [Int] { Array([batch, heads, queries, valueDepth].suffix(rank)) }

  /// Which of the key heads, over all batches, a query head uses: neighbours share one.
  func keyHead(_ head: Int) -> Int {
    guard keyHeads != heads else { return head }
    return head / heads * keyHeads + head % heads / (heads / keyHeads)
  }

  /// Where in the mask stands what belongs to the first key of a query, and how far on the next key's is.
  func maskStart(_ strides: [Int], head: Int, query: Int) -> Int {
    head / heads * strides[0] + head % heads * strides[1] + query * strides[2]
  }

  /// The strides of a mask read as `[batch, heads, queries, keys]`.
  ///
  /// - Throws: `TensorError.broadcast` where it doesn't broadcast to the shape of the weights.
  func maskStrides(_ mask: [Int]) throws(TensorError) -> [Int] {
    guard mask.count <= rank, try Shape.broadcast(mask, weightsShape) == weightsShape else {
      throw .broadcast(mask, weightsShape)
    }
    return Shape.strides(mask, broadcastTo: [batch, heads, queries, keys])
  }
}
