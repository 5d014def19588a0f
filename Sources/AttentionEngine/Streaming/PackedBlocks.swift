/// The keys of every head, transposed block by block: a row of a block is one feature of its 128 keys.
///
/// A product tile then reads eight keys' feature in one go. Keys beyond the last are zero.
struct PackedKeys: Sendable {
  private let entries: [Float]
  private let headEntries: Int
  private let size: Int

  init(_ keys: [Float], _ sizes: StreamingSizes) {
    let columns = StreamingTile.columns
    let blocks = (sizes.keys + columns - 1) / columns
    size = sizes.size
    headEntries = blocks * columns * sizes.size
    var packed = [Float](repeating: 0, count: sizes.heads * headEntries)
    for head in 0..<sizes.heads {
      for key in 0..<sizes.keys {
        let from = (head * sizes.keys + key) * sizes.size
        let to = head * headEntries + key / columns * columns * sizes.size + key % columns
        for feature in 0..<sizes.size {
          packed[to &+ feature &* columns] = keys[from &+ feature]
        }
      }
    }
    entries = packed
  }

  /// The block that begins with key `first`, `[d, 128]`.
  func withBlock(_ first: Int, head: Int, _ body: (UnsafePointer<Float>) -> Void) {
    entries.withUnsafeBufferPointer { buffer in
      // Without features there is nothing to point at, and nothing will be read.
      guard let base = buffer.baseAddress else { return }
      body(base + head * headEntries + first * size)
    }
  }
}

/// The values of every head, each row padded with zeros to a multiple of eight features.
struct PackedValues: Sendable {
  private let entries: [Float]
  private let keys: Int
  /// d_v rounded up to a multiple of 8.
  let width: Int

  init(_ values: [Float], _ sizes: StreamingSizes) {
    width = (sizes.features + 7) & ~7
    keys = sizes.keys
    if width == sizes.features {
      entries = values
      return
    }
    var padded = [Float](repeating: 0, count: sizes.heads * sizes.keys * width)
    for row in 0..<sizes.heads * sizes.keys {
      for feature in 0..<sizes.features {
        padded[row &* width &+ feature] = values[row &* sizes.features &+ feature]
      }
    }
    entries = padded
  }

  /// The values from key `first` on, `[…, width]`.
  func withBlock(_ first: Int, head: Int, _ body: (UnsafePointer<Float>) -> Void) {
    entries.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      body(base + (head * keys + first) * width)
    }
  }
}
