import CellLanguage

/// A value of JSON. Members keep the order of the text.
package enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// A number without fraction and exponent that an `Int` holds.
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The member of an object; nil where there is none.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}

// MARK: - Writing

extension JSONValue {
  /// The value on one line. Numbers are written with the fewest digits that read back the same;
  /// those that JSON has no form for as `"NaN"`, `"Infinity"` and `"-Infinity"`.
  package var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += JSONValue.text(of: value)
    case .string(let value): text += JSONValue.quoted(value)
    case .array(let elements):
      JSONValue.write(elements, "[", "]", to: &text) { $0.write(to: &$1) }
    case .object(let members):
      JSONValue.write(members, "{", "}", to: &text) { member, text in
        text += JSONValue.quoted(member.name) + ": "
        member.value.write(to: &text)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ open: String, _ close: String, to text: inout String,
    _ write: (Element, inout String) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += ", " }
      write(element, &text)
    }
    text += close
  }

  private static func text(of number: Double) -> String {
    if number.isNaN { return "\"NaN\"" }
    if number.isInfinite { return number < 0 ? "\"-Infinity\"" : "\"Infinity\"" }
    return PythonFloat.repr(number)
  }

  /// Every character that a terminal could act on is written as its number.
  private static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      // Nearly all of it; asking the filter takes far longer.
      case " "..."~": text.unicodeScalars.append(scalar)
      default:
        if TextFilter.visible(scalar) == String(Character(scalar)) {
          text.unicodeScalars.append(scalar)
        } else {
          for unit in String(Character(scalar)).utf16 { text += escape(unit) }
        }
      }
    }
    return text + "\""
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
