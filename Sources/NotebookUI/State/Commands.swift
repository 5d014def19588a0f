import CellLanguage
import Notebook

/// The commands of the palette: what the table of bindings offers where the reader is, steps and lessons.
extension State {
  func commandChoices(_ text: String) -> [Choice] {
    let words = text.split(separator: " ", maxSplits: 1).map { String($0) }
    let rest = words.count > 1 ? words[1] : ""
    if words.first == "lesson" { return lessonChoices(rest) }
    if words.first == "step" { return stepChoices(rest) }
    if words.first == "write", !rest.isEmpty, reading?.session.isAuthoring == true {
      return [
        Choice(
          goal: .write(rest), lead: "write", text: rest,
          detail: "Save the notebook in that file, which is its file from then on.")
      ]
    }
    if !text.isEmpty, text.allSatisfy(\.isNumber) {
      return finder?.origin == .home ? lessonChoices(text) : stepChoices(text)
    }
    if words.first == "new" || words.first == "create" {
      return [
        Choice(
          goal: .more("new"), lead: "new", text: "a notebook of your own",
          detail:
            "In a shell, qkv new mine.md --empty begins one, and qkv mine.md opens it to be written; qkv help writing tells all."
        )
      ]
    }
    // Readers are told why not when they ask for it.
    if words.first == "add", reading != nil, layers.contains(.lesson) {
      let forms = skeletonChoices.filter { $0.lead.hasPrefix(text.lowercased()) }
      if reading?.session.isAuthoring == false, !rest.isEmpty {
        return forms + actionChoices(text, near: forms.isEmpty)
      }
    }
    return actionChoices(text) + (text.count > 2 ? lessonChoices(text, near: false) : [])
  }

  // MARK: - Actions

  /// - Parameter near: whether names that are like it are offered where none has it.
  private func actionChoices(_ text: String, near isNear: Bool = true) -> [Choice] {
    let offered = offeredCommands
    let wanted = text.lowercased()
    if wanted.isEmpty { return offered }
    let ranked = offered.enumerated().compactMap { index, choice in
      choice.rank(for: wanted).map { (rank: $0, index: index, choice: choice) }
    }
    if !ranked.isEmpty {
      return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.choice)
    }
    guard isNear else { return [] }
    let words = offered.flatMap { choice in
      choice.lead.split(separator: " ").map { String($0) } + [choice.lead]
    }
    let near = NearNames.nearest(to: wanted, in: words)
    let found = offered.enumerated().compactMap { index, choice in
      let names = [choice.lead] + choice.lead.split(separator: " ").map { String($0) }
      return names.compactMap(near.firstIndex).min().map {
        (place: $0, index: index, choice: choice)
      }
    }
    return found.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.choice)
  }

  /// What is said where nothing fits what is typed.
  var wordsWithoutCommand: String {
    let text = finder?.field.text.trimmed() ?? ""
    let isLesson = finder?.origin == .home || text.hasPrefix("lesson ")
    guard text.split(separator: " ").last?.allSatisfy(\.isNumber) == true else {
      return "No command is called that. Backspace shows more."
    }
    return isLesson
      ? "There are \(shelf.lessons.count) lessons."
      : "This lesson has \(reading?.lesson.steps.count ?? 0) steps."
  }

  /// Each action once, in the order of the table.
  private var offeredCommands: [Choice] {
    guard let origin = finder?.origin else { return [] }
    var seen: Set<Action> = [.typeNumber, .pickOption, .palette]
    let actions = bindings.rows.filter {
      $0.contexts.contains(origin) && seen.insert($0.action).inserted
    }
    .map { binding in
      let keys = Spelling.keys(binding.keyNames, ascii: isASCII)
      return Choice(
        goal: .action(binding.action), lead: binding.action.name, text: keys,
        detail: Spelling.text(binding.help, ascii: isASCII))
    }
    let step = Choice(
      goal: .more("step "), lead: "step", text: "number or title",
      detail: "Go to a step by its number or its title; the number alone does too.")
    let lesson = Choice(
      goal: .more("lesson "), lead: "lesson", text: "number, title or id",
      detail: "Open a lesson by its number, its id or its title.")
    // What has arrow keys is looked for last.
    let isMove: (Choice) -> Bool = {
      if case .action(let action) = $0.goal { action.hasArrow } else { false }
    }
    let write = Choice(
      goal: .more("write "), lead: "write to", text: "FILE.md",
      detail: "Save the notebook in another file.")
    let isAuthoring = reading?.session.isAuthoring == true && origin != .home
    let files = isAuthoring ? [write] + skeletonChoices : []
    return (origin == .home ? [lesson] : [step, lesson]) + files + actions.filter { !isMove($0) }
      + actions.filter(isMove)
  }

  private var skeletonChoices: [Choice] {
    Skeleton.allCases.map {
      Choice(
        goal: .skeleton($0), lead: "add \($0.rawValue)", text: "", detail: $0.help)
    }
  }

  // MARK: - Steps and lessons

  private func stepChoices(_ text: String) -> [Choice] {
    guard let reading, layers.contains(.lesson) else { return [] }
    let steps = reading.lesson.steps.enumerated().map { index, step in
      Choice(
        goal: .step(lesson: reading.lesson.id, index), lead: "step \(index + 1)",
        text: plainText(step.title) { reading.session.text(of: $0) }.onOneLine(),
        detail: "Step \(index + 1) of \(reading.lesson.steps.count)."
      )
    }
    return Self.narrowed(steps, to: text, numbered: { "step \($0)" })
  }

  private func lessonChoices(_ text: String, near: Bool = true) -> [Choice] {
    let lessons = shelf.lessons.map { lesson in
      Choice(
        goal: .lesson(lesson.id), lead: "lesson \(lesson.number.map { "\($0)" } ?? lesson.id)",
        text: lesson.title.onOneLine(), detail: "\(lesson.id): \(lesson.summary.onOneLine())")
    }
    let found = Self.narrowed(lessons, to: text, numbered: { "lesson \($0)" })
    guard found.isEmpty, near else { return found }
    let ids = NearNames.nearest(to: text, in: shelf.lessons.map(\.id))
    return zip(shelf.lessons, lessons).filter { ids.contains($0.0.id) }.map(\.1)
  }

  /// By number, where one is typed, else by what stands in it.
  private static func narrowed(
    _ choices: [Choice], to text: String, numbered: (String) -> String
  ) -> [Choice] {
    if text.isEmpty { return choices }
    if text.allSatisfy(\.isNumber) {
      let exact = choices.filter { $0.lead == numbered(text) }
      return exact + choices.filter { $0.lead.hasPrefix(numbered(text)) && !exact.contains($0) }
    }
    return choices.filter {
      TextSearch.range(of: text, in: $0.text) != nil
        || TextSearch.range(of: text, in: $0.lead + " " + $0.detail) != nil
    }
  }
}

extension Choice {
  /// How well a command fits what is typed, the least best; nil where it doesn't.
  fileprivate func rank(for text: String) -> Int? {
    if lead == text { return 0 }
    if lead.hasPrefix(text) { return 1 }
    if lead.split(separator: " ").contains(where: { $0.hasPrefix(text) }) { return 2 }
    if lead.contains(text) { return 3 }
    if case .action(let action) = goal, action.otherNames.contains(where: { $0.hasPrefix(text) }) {
      return 3
    }
    let all = "\(lead) \(detail.lowercased())"
    return text.split(separator: " ").allSatisfy { all.contains($0) } ? 4 : nil
  }
}

extension Action {
  /// Its name in the palette: `nextStep` is `next step`.
  package var name: String {
    switch self {
    case .nextPanel: "next matrix"
    case .previousPanel: "previous matrix"
    case .forward: "read on"
    case .backward: "read back"
    case .copy: "copy as text"
    case .leave: "quit"
    case .editBlock: "change cell"
    case .editHead: "change head"
    case .deleteBlock: "delete cell"
    default: spelledOut
    }
  }

  /// What it is called elsewhere.
  var otherNames: [String] {
    switch self {
    case .leave: ["exit", "q!", "wq"]
    case .explain: ["derivation", "derive", "why", "trace"]
    case .reach: ["dependents", "precedents"]
    case .switchView: ["heatmap", "bars", "flow", "plot", "chart"]
    case .pin: ["compare", "diff"]
    case .copy: ["yank", "export"]
    case .addCellBelow: ["new cell", "insert cell"]
    case .write: ["save"]
    case .verify: ["check", "lint", "faults", "mend", "prove"]
    case .help: ["man", "keys"]
    default: []
    }
  }

  fileprivate var hasArrow: Bool { [.left, .right, .up, .down].contains(self) }

  private var spelledOut: String {
    "\(self)".reduce(into: "") { name, letter in
      name += letter.isUppercase ? " " + letter.lowercased() : String(letter)
    }
  }
}
