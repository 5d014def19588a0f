import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Someone who reads a lesson: the whole program on a scripted screen, in the words of its user.
///
/// Each act runs the program from its start with all events so far, and looks at its last frame.
struct Reader {
  private let lessons: [Lesson]
  private let size: Size
  private var events: [Event] = []
  private(set) var state: State
  private(set) var frame: Grid
  private(set) var status: Int32?

  init(_ lessons: [Lesson] = Sample.shelf, size: Size = Size(width: 80, height: 24)) {
    self.lessons = lessons
    self.size = size
    state = State(size: size, shelf: Shelf(lessons: lessons))
    frame = Grid(size: size)
    run()
  }

  private mutating func run() {
    var shell = Shell(State(size: Size(width: 1, height: 1), shelf: Shelf(lessons: lessons)))
    var screen = ScriptedScreen(size: size, events: events)
    let status = shell.run(on: &screen).status
    self.status = status == 129 ? nil : status
    state = shell.state
    frame = screen.frames.last ?? Grid(size: size)
  }

  // MARK: - Acts

  mutating func does(_ events: [Event]) {
    self.events += events
    run()
  }

  mutating func types(_ text: String) { does(Event.typing(text)) }

  mutating func presses(_ key: Key, shift: Bool = false, times: Int = 1) {
    does(Array(repeating: .key(key, shift: shift), count: times))
  }

  mutating func pressesControl(_ character: Character) { does([.control(character)]) }

  mutating func resizes(to width: Int, _ height: Int) {
    does([.resize(Size(width: width, height: height))])
  }

  mutating func opens(lesson id: String) {
    guard let index = lessons.firstIndex(where: { $0.id == id }) else {
      Issue.record("there is no lesson \(id)")
      return
    }
    let moves = index - state.home.selected
    presses(moves < 0 ? .up : .down, times: abs(moves))
    presses(.enter)
  }

  /// Goes to an entry with Tab and the arrows.
  mutating func movesTo(_ name: String, _ labels: String...) {
    movesTo(name, labels)
  }

  mutating func movesTo(_ name: String, _ labels: [String]) {
    guard let (panel, position) = find(name, labels) else { return }
    for _ in 0..<20 where state.reading?.focus?.panel != panel.id { presses(.tab) }
    guard let now = state.reading?.focus?.position, now.count == position.count else {
      if state.reading?.focus?.panel != panel.id { Issue.record("\(name) can't be reached by Tab") }
      return
    }
    let columns = (position.last ?? 0) - (now.last ?? 0)
    presses(columns < 0 ? .left : .right, times: abs(columns))
    guard position.count > 1 else { return }
    let rows = position[position.count - 2] - now[now.count - 2]
    presses(rows < 0 ? .up : .down, times: abs(rows))
  }

  // MARK: - Sights

  /// The number that stands on the screen for an entry.
  func sees(
    _ name: String, _ labels: [String] = [], _ text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let (panel, position) = find(name, labels), let area = slot(panel, position) else {
      Issue.record("\(name)\(labels) is not on the screen", sourceLocation: sourceLocation)
      return
    }
    let shown = frame.text(in: area).joined()
    let bare = shown.filter { !" []░▒▓█▴▾".contains($0) }
    #expect(bare == text, sourceLocation: sourceLocation)
  }

  func sees(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let rows = frame.rows
    #expect(
      rows.contains { $0.contains(text) }, "\(rows.joined(separator: "\n"))",
      sourceLocation: sourceLocation)
  }

  func doesNotSee(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(!frame.rows.contains { $0.contains(text) }, sourceLocation: sourceLocation)
  }

  /// Where an entry's slot stands on the screen.
  private func slot(_ panel: Panel, _ position: [Int]) -> Rectangle? {
    guard let item = state.page?.panels.first(where: { $0.box.id == panel.id }),
      let slot = item.box.slot(position)
    else { return nil }
    let body = state.frame.body
    return slot.moved(by: item.at).moved(by: Point(x: 0, y: body.y - (state.reading?.scroll ?? 0)))
  }

  /// A panel of the step by its name, and a position in it by its labels or indices.
  private func find(_ name: String, _ labels: [String]) -> (Panel, [Int])? {
    guard let panel = state.reading?.panels.first(where: { $0.name == name }) else {
      Issue.record("there is no \(name) in this step")
      return nil
    }
    let position = labels.enumerated().map { axis, label in
      let names = axis == labels.count - 1 ? panel.columnLabels : panel.rowLabels
      return names.firstIndex(of: label) ?? Int(label) ?? 0
    }
    return (panel, position)
  }
}
