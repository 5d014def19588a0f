import Notebook
import Terminal

extension State {
  mutating func openFinder(_ kind: Finder.Kind) {
    let isOfAll = kind == .text && !layers.contains(.lesson)
    finder = Finder(
      kind: kind, origin: context, library: isOfAll ? library : [], isOfAll: isOfAll)
    layers.append(.finder)
  }

  private mutating func closeFinder() {
    finder = nil
    layers.removeAll { $0 == .finder }
  }

  mutating func performInFinder(_ action: Action) -> [Effect] {
    let choices = choices
    let chosen = chosenIndex(in: choices)
    switch action {
    case .up, .down, .open:
      if searchElsewhere() { return [] }
    default: break
    }
    switch action {
    case .up: choose(chosen - 1, of: choices)
    case .down: choose(chosen + 1, of: choices)
    case .backward: choose(max(0, chosen - finderHeight), of: choices)
    case .forward: choose(min(choices.count - 1, chosen + finderHeight), of: choices)
    case .open: return take(choices[safe: chosen])
    case .back: closeFinder()
    default: break
    }
    return []
  }

  /// Searches all lessons for what the open one hasn't.
  ///
  /// - Returns: whether there is more to be found there.
  private mutating func searchElsewhere() -> Bool {
    guard let finder, finder.elsewhere > 0 else { return false }
    self.finder?.isOfAll = true
    self.finder?.elsewhere = 0
    return true
  }

  /// Round the ends, so that Tab comes to every choice.
  private mutating func choose(_ index: Int, of choices: [Choice]) {
    guard !choices.isEmpty else { return }
    finder?.chosen = (index + choices.count) % choices.count
  }

  mutating func changeFinder(_ change: (inout TextField) -> Void) {
    guard let before = finder, var field = finder?.field else { return }
    change(&field)
    finder?.field = field
    guard field.text != before.field.text else { return }
    finder?.chosen = nil
    countElsewhere()
  }

  mutating func take(_ choice: Choice?) -> [Effect] {
    guard let choice else { return [] }
    if case .more(let text) = choice.goal {
      finder?.field = TextField(text)
      finder?.chosen = nil
      return []
    }
    closeFinder()
    switch choice.goal {
    case .action(let action): return perform(action, after: .plain)
    case .step(_, let step): go(toStep: step)
    case .lesson(let id):
      markJump()
      openLesson(id)
    case .hit(let hit): go(to: hit)
    case .write(let name): return writeFile(to: name)
    case .skeleton(let skeleton): return add(skeleton)
    case .more: break
    }
    return [.save]
  }

  private mutating func go(toStep step: Int) {
    guard let before = reading?.step, before != step else { return }
    markJump()
    reading?.go(toStep: step)
    message = .note("\(keyName(.jumpBack)) goes back to step \(before + 1).")
  }

  private mutating func openLesson(_ id: String) {
    if let index = shelf.lessons.firstIndex(where: { $0.id == id }) { openLesson(at: index) }
  }

  // MARK: - Hits

  private mutating func go(to hit: SearchHit) {
    markJump()
    if reading?.lesson.id != hit.lesson || !layers.contains(.lesson) { openLesson(hit.lesson) }
    let hits = searchChoices(hit.term)
    let index = hits.firstIndex { $0.goal == .hit(hit) } ?? 0
    found = Found(term: hit.term, lesson: hit.lesson, index: index)
    show(hit)
    let onward = hits.count > 1 ? "\(keyName(.nextHit)) the next · " : ""
    message = .note(
      "\(index + 1) of \(max(1, hits.count)): \(hit.term) · \(onward)\(keyName(.jumpBack)) back")
  }

  /// The next hit of the last search, round the end.
  mutating func goToHit(by step: Int) -> [Effect] {
    guard let found, let reading else {
      message = .note("\(keyName(.search)) searches first.")
      return []
    }
    let hits = searchChoices(found.term)
    guard !hits.isEmpty else {
      message = .note("\(found.term) isn't found in this lesson.")
      return []
    }
    let isHere = found.lesson == reading.lesson.id
    let index = isHere ? (found.index + step + hits.count) % hits.count : 0
    self.found = Found(term: found.term, lesson: reading.lesson.id, index: index)
    guard case .hit(let hit) = hits[index].goal else { return [] }
    show(hit)
    message = .note("\(index + 1) of \(hits.count): \(found.term)")
    return [.save]
  }

  /// Goes to the step of a hit, to the matrix or question it stands in, and lights it up.
  private mutating func show(_ hit: SearchHit) {
    if reading?.step != hit.step { reading?.go(toStep: hit.step) }
    let revealed = reading?.reveal(part: hit.part) ?? false
    switch hit.place {
    case .panel(let id):
      if let reading, reading.focus?.panel != id,
        let panel = reading.panels.first(where: { $0.id == id })
      {
        self.reading?.focus = reading.lastFocus(in: panel)
      }
      showFocus()
    case .task(let id):
      if let stop = reading?.questions.first(where: { $0.question == id }) { reading?.focus = stop }
      show(task: id)
    case .prose: break
    }
    showLine(of: hit.term)
    if revealed { keepScrollOfReveal() }
    lit = hit.term
  }

  /// Scrolls to the first line of prose that has the term, or its first word where a line's end parts it.
  private mutating func showLine(of term: String) {
    guard let page, let reading else { return }
    let words = [term] + term.split(separator: " ").prefix(1).map { String($0) }
    let lines = words.lazy.compactMap { word in
      page.texts.first { TextSearch.range(of: word, in: $0.line.text) != nil }
    }
    guard let y = lines.first?.at.y else { return }
    let height = frame.body.height
    if y < reading.scroll || y >= reading.scroll + height { scroll(to: max(0, y - 2)) }
    scrollIntoRange()
  }
}
