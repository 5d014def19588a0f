import Terminal

/// Keys that belong together, as the help lists them: for one purpose, or for one place.
struct HelpSection {
  let title: String
  private(set) var rows: [HelpRow] = []

  /// The bindings in the order of the table; those that say the same share a row.
  init(title: String, _ bindings: [Binding]) {
    self.title = title
    for binding in bindings {
      if let index = rows.firstIndex(where: { $0.brief == binding.brief }) {
        rows[index].bindings.append(binding)
      } else {
        rows.append(HelpRow(bindings: [binding]))
      }
    }
  }

  /// Every binding, what the reader can do where help was called from first.
  static func all(of table: [Binding], from context: Context) -> [HelpSection] {
    // The speaker's terminal has no lesson, and a lesson's none of the speaker's keys.
    if context == .notes {
      let everywhere = table.filter { $0.contexts.count == Context.allCases.count }
      return [
        place(.notes, table), HelpSection(title: "Everywhere", everywhere), place(.help, table),
      ]
    }
    let topics = topics(of: table, first: Topic.first(in: context))
    let places = Context.allCases.filter { !Context.reading.contains($0) && $0 != .notes }
    let here = places.filter { $0 == context }.map { place($0, table) }
    let elsewhere = places.filter { $0 != context }.map { place($0, table) }
    return (here + topics + elsewhere).filter { !$0.rows.isEmpty }
  }

  /// What can be done in a lesson, by what it is for.
  private static func topics(of table: [Binding], first: Topic?) -> [HelpSection] {
    let reading = table.filter { !$0.contexts.isDisjoint(with: Context.reading) }
    let topics = Topic.allCases.filter { $0 == first } + Topic.allCases.filter { $0 != first }
    return topics.map { topic in
      HelpSection(title: topic.title, reading.filter { $0.topic == topic })
    }
  }

  /// What works everywhere is said once, with the notebook.
  private static func place(_ context: Context, _ table: [Binding]) -> HelpSection {
    HelpSection(
      title: context.title,
      table.filter {
        $0.contexts.contains(context) && $0.contexts.count < Context.allCases.count
      })
  }

  /// The rows that are looked for; all of them where the title is.
  func narrowed(to search: HelpSearch) -> HelpSection {
    var section = self
    if !search.finds([title]) { section.rows.removeAll { !search.finds($0.texts) } }
    return section
  }
}

/// A line of the help: keys, and what they do.
struct HelpRow {
  /// Never empty.
  var bindings: [Binding]

  var brief: String { bindings[0].brief }

  /// `←↓↑→ hjkl`: first the first key of each action, then the second ones; where one has more than another, those of each by
  /// themselves: `PgDn Space, PgUp`.
  func keys(ascii: Bool) -> String {
    let groups = keysOfActions
    guard Set(groups.map(\.count)).count < 2 else {
      return groups.map { Spelling.keys($0.joined(separator: " "), ascii: ascii) }
        .joined(separator: ", ")
    }
    return (groups.first ?? []).indices.map { rank in
      let keys = groups.map { $0[rank] }
      let isCompass = keys.count > 2 || keys.allSatisfy { "←↓↑→".contains($0) }
      let isTight = isCompass && !ascii && keys.allSatisfy { $0.count == 1 }
      return Spelling.keys(keys.joined(separator: isTight ? "" : " "), ascii: ascii)
    }
    .joined(separator: " ")
  }

  /// The keys of each action, every one once; an action without any is done by its name.
  private var keysOfActions: [[String]] {
    var actions: [Action] = []
    var keys: [Action: [String]] = [:]
    var seen: Set<String> = []
    for binding in bindings {
      if keys[binding.action] == nil { actions.append(binding.action) }
      keys[binding.action, default: []] += binding.helpNames.filter { seen.insert($0).inserted }
    }
    return actions.map { action in
      let names = keys[action] ?? []
      return names.isEmpty ? [":\(action.name)"] : names
    }
  }

  /// What is looked through for it.
  var texts: [String] {
    bindings.flatMap { [$0.brief, $0.help, $0.action.name, $0.keyNames] + $0.action.otherNames }
  }
}

extension Binding {
  /// What is typed into a question answers it.
  fileprivate var topic: Topic {
    contexts.isSubset(of: [.quiz, .guess]) && action.topic == .change ? .answer : action.topic
  }

  /// Each key, or the words that stand for all of them.
  fileprivate var helpNames: [String] {
    let names = keys.map(\.name)
    return names.joined(separator: " ") == keyNames ? names : [keyNames]
  }
}

extension Context {
  fileprivate var title: String {
    switch self {
    case .home: "In the list of lessons"
    case .lesson, .quiz, .guess, .block: "In a lesson"
    case .editing: "While typing"
    case .writing: "While writing a cell or text"
    case .help: "In this help"
    case .finding: "While searching"
    case .walk: "In an explanation"
    case .copying: "With a matrix as text"
    case .mending: "In the list of what is to be mended"
    case .playing: "While a demonstration plays"
    case .notes: "Beside the speaker's notes"
    }
  }
}

extension Topic {
  /// What is looked for first in a place.
  fileprivate static func first(in context: Context) -> Topic? {
    switch context {
    case .quiz, .guess: .answer
    case .block: .own
    default: nil
    }
  }
}
