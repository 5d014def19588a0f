import CellLanguage

/// Why a text isn't taken for progress.
package enum ProgressReadingProblem: Error, Hashable, Sendable {
  /// Not JSON, or JSON of something else: what is wrong, and where.
  case damaged(String)
  /// Written by a newer version of the program, in a form that this one doesn't know.
  case newer(version: Int)

  package var message: String {
    switch self {
    case .damaged(let message): message
    case .newer(let version):
      "this was written by a newer qkv (form \(version), this one knows \(ProgressDocument.version))"
    }
  }
}

extension ProgressDocument {
  /// Reads what may have been written by anyone: what has the wrong type or size is left out.
  ///
  /// - Returns: the document, and a note for each thing left out.
  package static func read(
    _ bytes: [UInt8]
  ) throws(ProgressReadingProblem) -> (document: ProgressDocument, notes: [String]) {
    guard !bytes.isEmpty else { throw .damaged("this is empty") }
    guard bytes.count <= byteLimit else {
      throw .damaged("this is larger than \(byteLimit >> 20) MiB, the most that is read")
    }
    return try ProgressReader.document(of: try json(bytes))
  }

  private static func json(_ bytes: [UInt8]) throws(ProgressReadingProblem) -> JSONValue {
    do throws(JSONReader.Problem) {
      return try JSONReader.read(bytes)
    } catch {
      throw .damaged("line \(error.line), column \(error.column): \(error.message)")
    }
  }
}

extension ProgressReader {
  fileprivate static func document(
    of value: JSONValue
  ) throws(ProgressReadingProblem) -> (document: ProgressDocument, notes: [String]) {
    guard case .object(let members) = value, value["kind"] == .string("progress"),
      case .integer(let version)? = value["qkv"], version > 0
    else { throw .damaged("this is JSON, but not the progress of qkv") }
    guard version <= ProgressDocument.version else { throw .newer(version: version) }
    var reader = ProgressReader()
    reader.readAll(members)
    return (reader.document, reader.notes)
  }
}

/// Takes a document out of JSON, part by part.
struct ProgressReader {
  private static let mostSteps = 100_000
  private static let mostHints = 10_000
  private static let mostChoices = 1000
  private static let longestID = 1000
  private static let longestName = 10_000

  private(set) var document = ProgressDocument()
  private(set) var notes: [String] = []

  fileprivate mutating func readAll(_ members: [JSONValue.Member]) {
    for member in members {
      switch (member.name, member.value) {
      case ("qkv", _), ("kind", _), ("last", .null): break
      case ("last", .string(let id)) where id.utf8.count <= Self.longestID: document.last = id
      case ("lessons", .object(let lessons)): for lesson in lessons { readLesson(lesson) }
      case ("drafts", .object(let drafts)): for draft in drafts { readDraft(draft) }
      case ("notebooks", .array(let items)): readNotebooks(items)
      case ("last", _), ("lessons", _), ("drafts", _), ("notebooks", _): note("", member.name)
      default: document.unknown[[], default: []].append(member)
      }
    }
  }

  private mutating func readNotebooks(_ items: [JSONValue]) {
    for item in items {
      guard case .string(let path) = item, path.hasPrefix("/"),
        path.utf8.count <= Self.longestName, !path.utf8.contains(0)
      else {
        note("", "notebooks")
        continue
      }
      if document.notebooks.count < ProgressDocument.notebookLimit,
        !document.notebooks.contains(path)
      {
        document.notebooks.append(path)
      }
    }
  }

  private mutating func readDraft(_ draft: JSONValue.Member) {
    guard case .string(let text)? = draft.value["text"], text.utf8.count <= Draft.byteLimit,
      case .string(let base)? = draft.value["base"], base.utf8.count <= 100,
      draft.name.utf8.count <= Self.longestName, document.drafts.count < Draft.countLimit
    else { return note("drafts", draft.name) }
    document.drafts[draft.name] = Draft(text: text, base: base)
  }

  private mutating func readLesson(_ lesson: JSONValue.Member) {
    let id = lesson.name
    guard id.utf8.count <= Self.longestID, case .object(let members) = lesson.value else {
      return note("", id)
    }
    var progress = LessonProgress()
    for member in members {
      switch (member.name, member.value) {
      case ("step", .integer(let step)) where (0...Self.mostSteps).contains(step):
        progress.step = step
      case ("edits", .object(let edits)): progress.edits = texts(edits, id)
      case ("tasks", .object(let tasks)): progress.attempts = attempts(tasks, id)
      case ("own", .object(let blocks)): progress.own = own(blocks, id)
      case ("step", _), ("edits", _), ("tasks", _), ("own", _): note(id, member.name)
      case ("sum", _): break
      default: document.unknown[[id], default: []].append(member)
      }
    }
    let sum = ProgressSum.of(members.filter { $0.name != "sum" }, lesson: id)
    if lesson.value["sum"] != .string(sum) {
      document.unverified.insert(id)
      for task in progress.attempts.keys { progress.attempts[task]?.isPassed = false }
    }
    document.lessons[id] = progress
  }

  private mutating func texts(_ edits: [JSONValue.Member], _ id: String) -> [String: String] {
    var texts: [String: String] = [:]
    for edit in edits {
      guard case .string(let text) = edit.value, edit.name.utf8.count <= Self.longestName,
        text.utf8.count <= Limits.standard.sourceBytes
      else {
        note(id, edit.name)
        continue
      }
      texts[edit.name] = text
    }
    return texts
  }

  private mutating func own(_ blocks: [JSONValue.Member], _ id: String) -> [String: KeptBlock] {
    var own: [String: KeptBlock] = [:]
    for block in blocks {
      guard block.name.utf8.count <= Self.longestID, own.count < OwnText.countLimit,
        let kept = KeptBlock(block.value)
      else {
        note(id, block.name)
        continue
      }
      own[block.name] = kept
    }
    return own
  }

  private mutating func attempts(_ tasks: [JSONValue.Member], _ id: String) -> [String: Attempt] {
    var attempts: [String: Attempt] = [:]
    for task in tasks {
      guard task.name.utf8.count <= Self.longestID, case .object(let members) = task.value else {
        note(id, task.name)
        continue
      }
      attempts[task.name] = attempt(members, [id, task.name])
    }
    return attempts
  }

  private mutating func attempt(_ members: [JSONValue.Member], _ path: [String]) -> Attempt {
    var attempt = Attempt()
    for member in members {
      switch (member.name, member.value) {
      case ("fingerprint", .string(let text)) where text.utf8.count <= 100:
        attempt.fingerprint = text
      case ("passed", .boolean(let isPassed)): attempt.isPassed = isPassed
      case ("hints", .integer(let hints)) where (0...Self.mostHints).contains(hints):
        attempt.hints = hints
      case ("gave_up", .boolean(let gaveUp)): attempt.gaveUp = gaveUp
      case ("solved", .object(let texts)): attempt.solved = self.texts(texts, path[0])
      case ("choices", .array(let items)):
        if let choices = choices(items) { attempt.choices = choices } else { note(path, member) }
      case ("guess", .string(let guess)) where guess.utf8.count <= Self.longestName:
        attempt.guess = guess
      case ("choices", .null), ("guess", .null): break
      case ("fingerprint", _), ("passed", _), ("hints", _), ("gave_up", _), ("choices", _),
        ("guess", _), ("solved", _):
        note(path, member)
      default: document.unknown[path, default: []].append(member)
      }
    }
    return attempt
  }

  private func choices(_ items: [JSONValue]) -> Set<Int>? {
    let numbers = items.compactMap { item in
      if case .integer(let number) = item, (0..<Self.mostChoices).contains(number) {
        number
      } else {
        nil
      }
    }
    return numbers.count == items.count && numbers.count <= Self.mostChoices ? Set(numbers) : nil
  }

  private mutating func note(_ path: [String], _ member: JSONValue.Member) {
    note(path.joined(separator: "."), member.name)
  }

  /// The reader is told of a few; a file of nothing else would drown them.
  private mutating func note(_ place: String, _ name: String) {
    let path = TextFilter.visible((place.isEmpty ? "" : place + ".") + name.prefix(80))
    if notes.count < 20 { notes.append("\(path) isn't what it should be, and is left out") }
  }
}

extension KeptBlock {
  /// Nil where it has no text; where it stood is told as far as it can be.
  init?(_ value: JSONValue) {
    guard case .object = value, case .string(let word)? = value["kind"],
      let kind = Kind(rawValue: word), case .string(let text)? = value["text"],
      text.utf8.count <= OwnText.byteLimit
    else { return nil }
    self.init(kind: kind, text: text)
    step = Self.number(value["step"])
    above = Self.number(value["above"])
    rank = Self.number(value["rank"])
    after = Self.key(value["after"])
    before = Self.key(value["before"])
    heading = Self.key(value["heading"])
  }

  private static func number(_ value: JSONValue?) -> Int {
    if case .integer(let number)? = value, (0...100_000).contains(number) { number } else { 0 }
  }

  private static func key(_ value: JSONValue?) -> String {
    if case .string(let text)? = value, text.utf8.count <= 10_000 { text } else { "" }
  }
}
