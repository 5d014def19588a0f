/// The few character references that lessons need: `&lt;`, `&gt;`, `&amp;`, `&quot;`, `&nbsp;` and numbers.
enum Entity {
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]

  /// The character and the length of the reference that begins here.
  static func read(_ scalars: ArraySlice<Unicode.Scalar>) -> (Unicode.Scalar, Int)? {
    guard let end = scalars.prefix(12).firstIndex(of: ";") else { return nil }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars[(scalars.startIndex + 1)..<end])
    guard let scalar = named[String(name)] ?? number(String(name)) else { return nil }
    return (scalar, end - scalars.startIndex + 1)
  }

  private static func number(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let code, !(isHexadecimal ? digits.dropFirst() : digits).hasPrefix("+") else {
      return nil
    }
    // Null, surrogates and what lies beyond Unicode become the replacement character, as in CommonMark.
    return code == 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}"
  }
}
