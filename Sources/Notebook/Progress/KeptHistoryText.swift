import CellLanguage

/// As JSON: `{"qkv": 1, "kind": "history", "sum": …, "lesson": ID, "pin": {"edits": {NAME: TEXT}, "texts": {KEY: TEXT}},
/// "undo": [EDIT], "redo": [EDIT]}`, an edit being `{"edits": {NAME: TEXT or null}, "texts": {KEY: TEXT},
/// "own": {KEY: BLOCK or null}, "of": NAME, "at": [ROW, COLUMN], "deed": "reset"}`, of which what says nothing is left out.
/// Blocks are those of `ProgressDocument`.
extension KeptHistory {
  /// - Parameters:
  ///   - undo: the edits as JSON, the last one to be undone first.
  ///   - redo: the same of those that were undone.
  static func text(lesson: String, undo: [String], redo: [String], pin: KeptPin?) -> String {
    var members = [JSONValue.Member("lesson", .string(lesson))]
    if let pin = pin?.json, pin.text.utf8.count <= pinBytes {
      members.append(JSONValue.Member("pin", pin))
    }
    let rest =
      JSONValue.object(members).text.dropLast()
      + ", \"undo\": [\(undo.joined(separator: ", "))], \"redo\": [\(redo.joined(separator: ", "))]}"
    let head =
      "{\"qkv\": \(version), \"kind\": \"history\", \"sum\": \"\(sum(of: String(rest)))\", "
    return head + rest.dropFirst() + "\n"
  }

  /// Tells what was damaged from what we wrote; it is no seal.
  fileprivate static func sum(of text: String) -> String {
    var hash = FNV1a()
    hash.add(text)
    return hash.hexadecimal
  }
}

extension KeptEdit {
  var text: String { JSONValue.object(members).text }

  private var members: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    func add(_ name: String, _ values: [JSONValue.Member]) {
      if !values.isEmpty { members.append(JSONValue.Member(name, .object(values))) }
    }
    add(
      "edits",
      edits.sorted { $0.key < $1.key }.map {
        JSONValue.Member($0.key, $0.value.map { .string($0) } ?? .null)
      })
    add("texts", KeptPin.members(of: texts))
    add(
      "own",
      own.sorted { $0.key < $1.key }.map {
        JSONValue.Member($0.key, $0.value.map { .object($0.members) } ?? .null)
      })
    if let about { members.append(JSONValue.Member("of", .string(about))) }
    if let position {
      members.append(JSONValue.Member("at", .array(position.map(JSONValue.integer))))
    }
    if let deed { members.append(JSONValue.Member("deed", .string(deed.rawValue))) }
    return members
  }
}

extension KeptPin {
  fileprivate var json: JSONValue {
    .object([
      JSONValue.Member("edits", .object(Self.members(of: edits))),
      JSONValue.Member("texts", .object(Self.members(of: texts))),
    ])
  }

  fileprivate static func members(of texts: [String: String]) -> [JSONValue.Member] {
    texts.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) }
  }
}

// MARK: - Reading

extension KeptHistory {
  /// Reads what may have been written by anyone.
  ///
  /// - Returns: nil where it isn't what was written for this lesson: all of it is dropped then.
  /// - Throws: that a newer version of the program wrote it.
  package static func read(
    _ bytes: [UInt8], lesson: String
  ) throws(ProgressReadingProblem) -> KeptHistory? {
    guard bytes.count <= byteLimit, let value = try? JSONReader.read(bytes),
      case .object(let members) = value, value["kind"] == .string("history"),
      case .integer(let version)? = value["qkv"], version > 0
    else { return nil }
    guard version <= Self.version else { throw .newer(version: version) }
    let rest = members.filter { !["qkv", "kind", "sum"].contains($0.name) }
    guard value["sum"] == .string(sum(of: JSONValue.object(rest).text)),
      value["lesson"] == .string(lesson), let undo = edits(value["undo"]),
      let redo = edits(value["redo"])
    else { return nil }
    var history = KeptHistory()
    history.undo = undo
    history.redo = redo
    if let pin = value["pin"] {
      guard let pin = KeptPin(pin) else { return nil }
      history.pin = pin
    }
    return history
  }

  private static func edits(_ value: JSONValue?) -> [KeptEdit]? {
    guard case .array(let items)? = value, items.count <= countLimit else { return nil }
    let edits = items.compactMap { KeptEdit($0) }
    return edits.count == items.count ? edits : nil
  }
}

extension KeptPin {
  fileprivate init?(_ value: JSONValue) {
    guard let edits = Kept.texts(value["edits"]), let texts = Kept.texts(value["texts"]) else {
      return nil
    }
    self.edits = edits
    self.texts = texts
  }
}

extension KeptEdit {
  fileprivate init?(_ value: JSONValue) {
    guard case .object = value,
      let edits = Kept.members(value["edits"], Kept.optional(Kept.text)),
      let texts = Kept.texts(value["texts"]),
      let own = Kept.members(value["own"], Kept.optional { KeptBlock($0) })
    else { return nil }
    self.edits = edits
    self.texts = texts
    self.own = own
    if case .string(let name)? = value["of"], name.utf8.count <= Kept.longestName { about = name }
    if case .array(let items)? = value["at"], items.count <= 4 {
      let numbers = items.compactMap { item in
        if case .integer(let number) = item, (0..<10_000_000).contains(number) {
          number
        } else {
          nil
        }
      }
      if numbers.count == items.count { position = numbers }
    }
    if case .string(let word)? = value["deed"] { deed = Change.Deed(rawValue: word) }
  }
}

/// Parts of what is kept, read with their bounds; nil where they are something else.
private enum Kept {
  static let longestName = 10_000

  static func text(_ value: JSONValue) -> String? {
    guard case .string(let text) = value, text.utf8.count <= OwnText.byteLimit else { return nil }
    return text
  }

  static func texts(_ value: JSONValue?) -> [String: String]? { members(value) { text($0) } }

  /// With null for what isn't there.
  static func optional<Value>(
    _ read: @escaping (JSONValue) -> Value?
  ) -> (JSONValue) -> Value?? {
    { value in value == .null ? .some(nil) : read(value).map { .some($0) } }
  }

  /// No member is as good as an empty one.
  static func members<Value>(
    _ value: JSONValue?, _ read: (JSONValue) -> Value?
  ) -> [String: Value]? {
    guard let value else { return [:] }
    guard case .object(let members) = value, members.count <= 10_000 else { return nil }
    var values: [String: Value] = [:]
    for member in members {
      guard member.name.utf8.count <= longestName, let value = read(member.value) else {
        return nil
      }
      values[member.name] = value
    }
    return values
  }
}
