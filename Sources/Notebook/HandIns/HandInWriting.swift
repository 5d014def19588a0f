extension HandIn {
  /// The hand-in as its file has it: one JSON object, a line for each answer.
  package var text: String {
    var text = "{\"qkv\": \(HandIn.version), \"kind\": \"answers\""
    if let student { text += ", \"student\": \(JSONValue.string(student).text)" }
    let lessons = lessons.map(\.text).joined(separator: ",\n")
    return text + ", \"lessons\": [" + (lessons.isEmpty ? "" : "\n" + lessons + "\n") + "]}\n"
  }
}

extension LessonAnswers {
  fileprivate var text: String {
    let lines = answers.compactMap(\.json).map { "    " + $0.text }.joined(separator: ",\n")
    return "  {\"id\": \(JSONValue.string(id).text), \"answers\": ["
      + (lines.isEmpty ? "" : "\n" + lines + "\n  ") + "]}"
  }
}

extension TaskAnswer {
  /// Nil where there is no answer.
  fileprivate var json: JSONValue? {
    var members = [JSONValue.Member("task", .string(task))]
    if let fingerprint { members.append(JSONValue.Member("fingerprint", .string(fingerprint))) }
    switch answer {
    case nil: return nil
    case .edits(let edits)?:
      let sorted = edits.sorted { $0.key < $1.key }
      let texts = sorted.map { JSONValue.Member($0.key, .string($0.value)) }
      members.append(JSONValue.Member("edits", .object(texts)))
    case .choices(let choices)?:
      members.append(JSONValue.Member("choices", .array(choices.sorted().map(JSONValue.integer))))
    case .guess(let text)?: members.append(JSONValue.Member("guess", .string(text)))
    }
    return .object(members)
  }
}
