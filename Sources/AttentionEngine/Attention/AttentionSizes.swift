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

  /// Of queries and keys.
  ///
  /// - Throws: as for those of queries, keys and values.
  static func meeting(
    query q: [Int], key k: [Int], operation: String
  ) throws(TensorError) -> AttentionSizes {
    try meeting(query: q, key: k, value: k, hasValues: false, operation: operation)
  }

  /// A function and no initialiser, because an initialiser takes its arguments over and counts references for it.
  ///
  /// - Throws: `TensorError.rank`, `.heads` where the key heads don't divide the query heads, `.sizes` where others disagree.
  static func meeting(
    query q: [Int], key k: [Int], value v: [Int], hasValues: Bool = true, operation: String
  ) throws(TensorError) -> AttentionSizes {
    try checkRank(q, operation)
    try checkRank(k, operation)
    try checkRank(v, operation)
    let sizes = AttentionSizes(
      rank: q.count, batch: size(q, 4), heads: size(q, 3), keyHeads: size(k, 3),
      queries: size(q, 2), keys: size(k, 2), depth: size(q, 1),
      valueDepth: hasValues ? size(v, 1) : 0)
    guard q.count >= k.count, sizes.batch == size(k, 4) else {
      throw .sizes(what: "batches", q, k)
    }
    guard sizes.depth == size(k, 1) else { throw .sizes(what: "query and key length", q, k) }
    let (heads, keyHeads) = (sizes.heads, sizes.keyHeads)
    guard keyHeads == heads || keyHeads > 0 && heads % keyHeads == 0 else {
      throw .heads(query: heads, key: keyHeads)
    }
    guard size(v, 2) == sizes.keys, size(v, 3) == keyHeads, size(v, 4) == sizes.batch else {
      throw .sizes(what: "keys and values", k, v)
    }
    return sizes
  }

  private static func checkRank(_ shape: [Int], _ operation: String) throws(TensorError) {
    guard (2...4).contains(shape.count) else { throw .rank(operation: operation, shape: shape) }
  }

  /// The size of an axis counted from the end; 1 where there is none.
  private static func size(_ shape: [Int], _ back: Int) -> Int {
    back <= shape.count ? shape[shape.count - back] : 1
  }

  /// Of scores and weights.
  var weightsShape: [Int] { shape(last: keys) }
  var outputShape: [Int] { shape(last: valueDepth) }

  private func shape(last size: Int) -> [Int] {
    switch rank {
    case 2: [queries, size]
    case 3: [heads, queries, size]
    default: [batch, heads, queries, size]
    }
  }

  /// The rows of a result: one for each query of each head of each batch.
  var rows: Int { batch * heads * queries }

  /// Which of the key heads, over all batches, a query head uses: neighbours share one.
  func keyHead(_ head: Int) -> Int {
    guard keyHeads != heads else { return head }
    return head / heads * keyHeads + head % heads / (heads / keyHeads)
  }

  /// Where the queries, keys and values of a head stand.
  func place(head: Int, _ strides: MaskStrides = .none) -> HeadPlace {
    let firstKey = keyHead(head) * keys
    return HeadPlace(
      query: head * queries * depth, key: firstKey * depth, value: firstKey * valueDepth,
      mask: head / heads * strides.batch + head % heads * strides.head)
  }

  /// How a mask is read as `[batch, heads, queries, keys]`; without one its single entry serves all.
  ///
  /// - Throws: `TensorError.broadcast` where it doesn't broadcast to the shape of the weights.
  func maskStrides(_ mask: [Int]?) throws(TensorError) -> MaskStrides {
    guard let mask, !mask.isEmpty else { return .none }
    guard mask.count <= rank, try Shape.broadcast(mask, weightsShape) == weightsShape else {
      throw .broadcast(mask, weightsShape)
    }
    let strides = Shape.strides(mask, broadcastTo: [batch, heads, queries, keys])
    return MaskStrides(batch: strides[0], head: strides[1], query: strides[2], key: strides[3])
  }
}

/// How far apart in a mask two neighbours along an axis lie; 0 where the mask is repeated.
struct MaskStrides {
  let batch: Int
  let head: Int
  let query: Int
  let key: Int

  static let none = MaskStrides(batch: 0, head: 0, query: 0, key: 0)
}

/// The offsets in the entries of the operands at which a head begins.
struct HeadPlace {
  let query: Int
  let key: Int
  let value: Int
  let mask: Int
}
