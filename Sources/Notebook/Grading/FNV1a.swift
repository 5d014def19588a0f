/// 64 bits of FNV-1a, the same in every process. http://www.isthe.com/chongo/tech/comp/fnv/
struct FNV1a: Sendable {
  private(set) var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  /// A text with an end of its own, so that "ab" and "c" differ from "a" and "bc".
  mutating func add(_ text: String) {
    add(text.utf8)
    add([0xFF])
  }

  static func hash(_ texts: String...) -> UInt64 {
    var hash = FNV1a()
    for text in texts { hash.add(text) }
    return hash.state
  }

  /// 16 digits.
  var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
