extension ProgressDocument {
  /// The document as JSON, each lesson on a line of its own, in an order that depends on nothing but what is in it.
  package var text: String {
    var members = [
      JSONValue.Member("qkv", .integer(Self.version)),
      JSONValue.Member("kind", .string("progress")),
    ]
    if let last { members.append(JSONValue.Member("last", .string(last))) }
    if !notebooks.isEmpty {
      members.append(JSONValue.Member("notebooks", .array(notebooks.map(JSONValue.string))))
    }
    if !drafts.isEmpty {
      let drafts = drafts.sorted { $0.key < $1.key }.map { path, draft in
        JSONValue.Member(
          path,
          .object([
            JSONValue.Member("text", .string(draft.text)),
            JSONValue.Member("base", .string(draft.base)),
          ]))
      }
      members.append(JSONValue.Member("drafts", .object(drafts)))
    }
    members += unknown[[]] ?? []
    let head = JSONValue.object(members).text.dropLast()
    let lessons = lessons.keys.sorted().map { id in
      let line = JSONValue.object([JSONValue.Member(id, lesson(id))]).text
      return "  " + line.dropFirst().dropLast()
    }
    return head + ", \"lessons\": {\n" + lessons.joined(separator: ",\n") + "\n}}\n"
  }

  private func lesson(_ id: String) -> JSONValue {
    let lesson = lessons[id] ?? LessonProgress()
    let edits = lesson.edits.sorted { $0.key < $1.key }.map {
      JSONValue.Member($0.key, .string($0.value))
    }
    let own = lesson.own.sorted { $0.key < $1.key }.map {
      JSONValue.Member($0.key, .object($0.value.members))
    }
    // Most lessons have none, and their part stays as older versions wrote it.
    let added = own.isEmpty ? [] : [JSONValue.Member("own", .object(own))]
    let tasks = lesson.attempts.keys.sorted().map { task in
      JSONValue.Member(
        task, .object((lesson.attempts[task] ?? Attempt()).members + (unknown[[id, task]] ?? [])))
    }
    let members =
      [
        JSONValue.Member("step", .integer(lesson.step)), JSONValue.Member("edits", .object(edits)),
        JSONValue.Member("tasks", .object(tasks)),
      ] + added + (unknown[[id]] ?? [])
    let sum = ProgressSum.of(members, lesson: id)
    return .object(members + [JSONValue.Member("sum", .string(sum))])
  }
}

extension Attempt {
  /// Members that say nothing are left out.
  fileprivate var members: [JSONValue.Member] {
    var members = [
      JSONValue.Member("fingerprint", .string(fingerprint)),
      JSONValue.Member("passed", .boolean(isPassed)), JSONValue.Member("hints", .integer(hints)),
      JSONValue.Member("gave_up", .boolean(gaveUp)),
    ]
    if let solved {
      let texts = solved.sorted { $0.key < $1.key }.map {
        JSONValue.Member($0.key, .string($0.value))
      }
      members.append(JSONValue.Member("solved", .object(texts)))
    }
    if let choices {
      members.append(JSONValue.Member("choices", .array(choices.sorted().map(JSONValue.integer))))
    }
    if let guess { members.append(JSONValue.Member("guess", .string(guess))) }
    return members
  }
}

extension KeptBlock {
  var members: [JSONValue.Member] {
    [
      JSONValue.Member("kind", .string(kind.rawValue)), JSONValue.Member("text", .string(text)),
      JSONValue.Member("step", .integer(step)), JSONValue.Member("above", .integer(above)),
      JSONValue.Member("after", .string(after)), JSONValue.Member("before", .string(before)),
      JSONValue.Member("heading", .string(heading)), JSONValue.Member("rank", .integer(rank)),
    ]
  }
}

/// Tells a lesson's part of the file that was damaged, or written by someone else, from what we wrote.
///
/// It is no seal: whoever wants to can compute it. An answer is judged, not believed.
enum ProgressSum {
  /// 64 bits of FNV-1a in hexadecimal: a change of one byte always gives another sum.
  static func of(_ members: [JSONValue.Member], lesson: String) -> String {
    let text = JSONValue.object([JSONValue.Member(lesson, .object(members))]).text
    let sum = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { sum, byte in
      (sum ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
