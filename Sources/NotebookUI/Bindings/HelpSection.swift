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

  /// The rows that have a text; all of them where the title has it.
  func narrowed(to text: String) -> HelpSection {
    var section = self
    if !title.lowercased().contains(text) { section.rows.removeAll { !$0.matches(text) } }
    return section
  }
}

/// A line of the help: keys, and what they do.
struct HelpRow {
  /// Never empty.
  var bindings: [Binding]

  var brief: String { bindings[0].brief }

  /// `←↓↑→ hjkl`: first the first key of each binding, then the second ones.
  func keys(ascii: Bool) -> String {
    let names = bindings.map(\.helpNames)
    let ranks = (0..<(names.map(\.count).max() ?? 0)).map { rank in
      names.compactMap { $0.indices.contains(rank) ? $0[rank] : nil }
    }
    var seen: Set<String> = []
    return ranks.map { keys in
      let new = keys.filter { seen.insert($0).inserted }
      let isCompass = new.count > 2 || new.allSatisfy { "←↓↑→".contains($0) }
      let isTight = isCompass && !ascii && new.allSatisfy { $0.count == 1 }
      return Spelling.keys(new.joined(separator: isTight ? "" : " "), ascii: ascii)
    }
    .filter { !$0.isEmpty }.joined(separator: " ")
  }

  func matches(_ text: String) -> Bool {
    bindings.contains { binding in
      let words = [binding.brief, binding.help, binding.action.name, binding.keyNames]
      return words.contains { $0.lowercased().contains(text) }
    }
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
