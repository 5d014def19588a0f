/// The bytes of one scalar in UTF-8, as they come in.
enum PartialScalar: Equatable {
  case whole(Unicode.Scalar)
  case unfinished
  case invalid

  /// Reads one to four bytes that begin a scalar. Overlong forms, surrogates and what lies beyond U+10FFFF are invalid as
  /// early as they can be told (Unicode 15, table 3-7), so that no byte after them is lost.
  static func read(_ bytes: [UInt8]) -> PartialScalar {
    guard let lead = bytes.first, let length = length(of: lead) else { return .invalid }
    if bytes.count > 1, !secondBytes(after: lead).contains(bytes[1]) { return .invalid }
    if bytes.dropFirst(2).contains(where: { $0 & 0xC0 != 0x80 }) { return .invalid }
    if bytes.count < length { return .unfinished }
    var value = length == 1 ? UInt32(lead) : UInt32(lead) & (0xFF >> UInt32(length + 1))
    for byte in bytes.dropFirst() { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value).map(PartialScalar.whole) ?? .invalid
  }

  private static func length(of lead: UInt8) -> Int? {
    switch lead {
    case 0x00...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  private static func secondBytes(after lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
