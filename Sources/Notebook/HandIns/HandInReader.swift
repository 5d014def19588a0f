import CellLanguage

/// Reads a hand-in and believes nothing in it.
///
/// What is no hand-in at all is refused; one answer that can't be read spoils no other. Members that the format doesn't
/// have are ignored, and so is everything that a hand-in says about passing.
package struct HandInReader {
  /// Bytes of a file.
  package static let byteLimit = 1 << 20
  /// Characters of a student's name.
  static let nameLimit = 200
  /// What a hand-in may say about itself without being asked.
  private static let claims = [
    "passed", "is_passed", "points", "earned", "score", "max_score", "status", "verdict", "checks",
    "grade", "result",
  ]

  private var handIn = HandIn()
  private var hasClaims = false
  /// Where each lesson stands in the hand-in.
  private var places: [String: Int] = [:]

  /// - Parameter bytes: all of the file.
  package static func read(_ bytes: [UInt8]) throws(HandInRefusal) -> HandIn {
    guard bytes.count <= byteLimit else {
      throw HandInRefusal("it is larger than 1 MiB, the most that is read")
    }
    guard bytes.contains(where: { !" \t\r\n".utf8.contains($0) }) else {
      throw HandInRefusal("it is empty")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw HandInRefusal("it is not text in UTF-8")
    }
    var reader = HandInReader()
    try reader.read(json(bytes))
    return reader.handIn
  }

  private static func json(_ bytes: [UInt8]) throws(HandInRefusal) -> JSONValue {
    do throws(JSONReader.Problem) {
      return try JSONReader.read(bytes)
    } catch {
      throw HandInRefusal(
        "it is not JSON: line \(error.line), column \(error.column): \(error.message)")
    }
  }

  private mutating func read(_ json: JSONValue) throws(HandInRefusal) {
    guard case .object(let members) = json else {
      throw HandInRefusal("it is \(json.kind), not a hand-in: qkv submit writes one")
    }
    try HandInReader.checkKind(json)
    noteClaims(members)
    handIn.student = student(json["student"])
    guard let lessons = json["lessons"] else {
      throw HandInRefusal("it has no \"lessons\"")
    }
    guard case .array(let lessons) = lessons else {
      throw HandInRefusal("its \"lessons\" is \(lessons.kind), not a list")
    }
    for (index, lesson) in lessons.enumerated() { read(lesson, number: index + 1) }
    handIn.lessons = handIn.lessons.map(\.withEachTaskOnce)
    if hasClaims {
      handIn.notes.insert("what it says about passing isn't counted: all is checked anew", at: 0)
    }
  }

  private static func checkKind(_ json: JSONValue) throws(HandInRefusal) {
    guard let version = json["qkv"] else {
      throw HandInRefusal("it has no \"qkv\": 1, so it is no hand-in: qkv submit writes one")
    }
    guard json["kind"] == .string("answers") else {
      throw HandInRefusal("its \"kind\" isn't \"answers\", so it is no hand-in")
    }
    guard version == .integer(HandIn.version) else {
      let shown = TextFilter.visible(String(version.text.prefix(20)))
      throw HandInRefusal(
        "version \(shown) of the format isn't known: this program reads \(HandIn.version)")
    }
  }

  private mutating func student(_ json: JSONValue?) -> String? {
    switch json {
    case nil, .null?: return nil
    case .string(let name)?:
      guard name.unicodeScalars.count <= HandInReader.nameLimit else {
        handIn.notes.append("the student's name is cut at \(HandInReader.nameLimit) characters")
        return String(String.UnicodeScalarView(name.unicodeScalars.prefix(HandInReader.nameLimit)))
      }
      return name
    case .some(let other):
      handIn.notes.append("its \"student\" is \(other.kind), not text, and is left out")
      return nil
    }
  }

  private mutating func noteClaims(_ members: [JSONValue.Member]) {
    if !hasClaims {
      hasClaims = members.contains { HandInReader.claims.contains($0.name) }
    }
  }
}

// MARK: - Lessons and answers

extension HandInReader {
  private mutating func read(_ json: JSONValue, number: Int) {
    guard case .object(let members) = json, case .string(let id)? = json["id"] else {
      return note("lesson \(number) of the hand-in has no \"id\" in text, and is left out")
    }
    noteClaims(members)
    var answers: [TaskAnswer] = []
    switch json["answers"] {
    case .array(let list)?:
      for (index, answer) in list.enumerated() {
        if let read = self.answer(answer, number: index + 1, lesson: id) { answers.append(read) }
      }
    case nil: note("'\(clipped(id))' has no \"answers\"")
    case .some(let other): note("the \"answers\" of '\(clipped(id))' is \(other.kind), not a list")
    }
    add(LessonAnswers(id: id, answers: answers))
  }

  /// Of a lesson that stands twice the answers are taken together.
  private mutating func add(_ lesson: LessonAnswers) {
    if let place = places[lesson.id] {
      handIn.lessons[place].answers += lesson.answers
    } else {
      places[lesson.id] = handIn.lessons.count
      handIn.lessons.append(lesson)
    }
  }

  private mutating func answer(_ json: JSONValue, number: Int, lesson: String) -> TaskAnswer? {
    guard case .object(let members) = json, case .string(let task)? = json["task"] else {
      note("answer \(number) to '\(clipped(lesson))' names no \"task\" in text, and is left out")
      return nil
    }
    noteClaims(members)
    let kinds = ["edits", "choices", "guess"].filter { json[$0] != nil }
    guard kinds.count == 1 else {
      return TaskAnswer(
        task: task,
        problem: kinds.isEmpty
          ? "the answer has no \"edits\", \"choices\" or \"guess\""
          : "the answer has \(kinds.joined(separator: " and ")); one of them is expected")
    }
    guard let answer = HandInReader.answer(json, kinds[0]) else {
      return TaskAnswer(task: task, problem: HandInReader.expected[kinds[0]] ?? "")
    }
    var fingerprint: String?
    if case .string(let text)? = json["fingerprint"] { fingerprint = text }
    return TaskAnswer(task: task, fingerprint: fingerprint, answer: answer)
  }

  private static let expected = [
    "edits": "\"edits\" must be an object, a text for each name",
    "choices": "\"choices\" must be a list of whole numbers from 0 on",
    "guess": "\"guess\" must be a number or its text",
  ]

  private static func answer(_ json: JSONValue, _ kind: String) -> Answer? {
    switch (kind, json[kind]) {
    case ("edits", .object(let members)?):
      var edits: [String: String] = [:]
      for member in members {
        guard case .string(let text) = member.value else { return nil }
        edits[member.name] = text
      }
      return .edits(edits)
    case ("choices", .array(let elements)?):
      var choices: Set<Int> = []
      for element in elements {
        guard case .integer(let choice) = element, choice >= 0 else { return nil }
        choices.insert(choice)
      }
      return .choices(choices)
    case ("guess", .string(let text)?): return .guess(text)
    case ("guess", .integer(let number)?): return .guess(String(number))
    case ("guess", .number(let number)?):
      // JSON can write numbers that no Double holds.
      return .guess(number.isFinite ? JSONValue.number(number).text : number < 0 ? "-inf" : "inf")
    default: return nil
    }
  }

  /// A hand-in with many faults doesn't fill a report.
  private mutating func note(_ text: String) {
    let limit = 10
    if handIn.notes.count < limit {
      handIn.notes.append(text)
    } else if handIn.notes.count == limit {
      handIn.notes.append("and more of the kind")
    }
  }

  private func clipped(_ id: String) -> String {
    id.unicodeScalars.count <= 64 ? id : String(id.unicodeScalars.prefix(64)) + "…"
  }
}

extension LessonAnswers {
  /// A task that is answered twice isn't answered.
  fileprivate var withEachTaskOnce: LessonAnswers {
    var counts: [String: Int] = [:]
    for answer in answers { counts[answer.task, default: 0] += 1 }
    guard counts.count < answers.count else { return self }
    var seen: Set<String> = []
    return LessonAnswers(
      id: id,
      answers: answers.filter { seen.insert($0.task).inserted }.map { answer in
        counts[answer.task] == 1
          ? answer
          : TaskAnswer(
            task: answer.task, problem: "it is answered more than once in the hand-in; none counts")
      })
  }
}

extension JSONValue {
  /// As a message names it: "a list".
  var kind: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .integer, .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
