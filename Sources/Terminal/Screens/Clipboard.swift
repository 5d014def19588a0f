/// What puts a text on the clipboard of whoever sits before the terminal, however far away that is (xterm's ctlseqs, OSC 52).
package enum Clipboard {
  /// Bytes of a text: terminals take no more than some 100,000 letters of such a sequence, and some drop what is longer.
  package static let byteLimit = 49_152

  /// Whether a terminal of this name takes such a sequence, or at least swallows it; others would print it.
  package static func isTaken(by term: String?) -> Bool {
    BackgroundGuess(term: term, colorFGBG: nil).canAsk
  }

  /// Whether a program between here and the terminal keeps it to itself as a rule: tmux and screen do until they are told
  /// otherwise.
  package static func isHeldUp(by term: String?) -> Bool {
    ["tmux", "screen"].contains { term?.hasPrefix($0) == true }
  }

  /// Nil for a text that is too long.
  static func sequence(for text: String) -> String? {
    guard text.utf8.count <= byteLimit else { return nil }
    return "\u{1B}]52;c;\(base64(text.utf8))\u{1B}\\"
  }

  /// RFC 4648, 4.
  static func base64(_ bytes: some Sequence<UInt8>) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    func letter(_ shift: UInt32) -> UInt8 { letters[Int(bits >> shift & 63)] }
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 1
      guard count == 3 else { continue }
      result += [letter(18), letter(12), letter(6), letter(0)]
      (bits, count) = (0, 0)
    }
    if count > 0 {
      bits <<= UInt32(8 * (3 - count))
      let sign = UInt8(ascii: "=")
      result += [letter(18), letter(12), count == 2 ? letter(6) : sign, sign]
    }
    return String(decoding: result, as: UTF8.self)
  }
}
