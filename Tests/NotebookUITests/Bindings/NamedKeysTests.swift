import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// With every key another one, no sentence on the screen names a key of before.
@Suite struct NamedKeysTests {
  private static let config = """
    [keys]
    left = Ctrl-F
    right = Ctrl-G
    up = Ctrl-T
    down = Ctrl-Y
    edit = F6
    edit-formula = Ctrl-E
    new-line = F7
    give-up = F8
    accept = F9
    accept-up = F3
    accept-down = F4
    accept-left = Alt+l
    accept-right = Alt+m
    next-matrix = F10
    add-cell-below = {
    add-text-below = }
    add-step = "#"
    change-head = F11
    move-up = ^
    move-down = &
    delete-cell = !
    write = Ctrl-W
    mark-option = Ctrl-P
    accept-next = Alt+n
    undo = "
    redo = Ctrl-K
    answer-quiz = Ctrl-D
    next-demo = F12
    back = %
    help = Ctrl-X
    """

  private static let bindings: Bindings = {
    let settings = Settings(config: Array(config.utf8))
    #expect(settings.problems == [])
    return settings.options.bindings
  }()

  private static let words = [
    "Enter", "Esc", "Tab", "Ctrl-S", "Space", "⏎", "arrow", " K ", " J ", " D ",
  ]

  private func names(_ state: State, _ what: String) {
    let rows = state.draw().rows
    for row in rows {
      for word in Self.words where " \(row) ".contains(word) {
        Issue.record("\(what): \(word) in\n\(rows.joined(separator: "\n"))")
      }
    }
  }

  /// Keys, in a notebook that is written.
  @Test(arguments: [
    "", "<F10>", "}", "}Words<F8>", "{", "{x = 1<F8>", "<F6>", "#", "!", "##<F7>!", "&", "^", "",
    "<F10><F6>",
  ])
  func whereANotebookIsWritten(_ text: String) throws {
    for body in [OwnNotebook.body, "## A\n", "## A\n\nWords.\n"] {
      for size in [Size(width: 80, height: 24), Size(width: 40, height: 12)] {
        names(after(text, try OwnNotebook.opened(body, size: size, bindings: Self.bindings)), text)
      }
    }
  }

  /// Steps of the lesson of tasks, and keys.
  @Test(arguments: [
    (1, ""), (1, "1"), (1, "3"), (2, ""), (2, "<C-d>"), (3, ""), (3, ".2"), (4, ""), (4, "!"),
    (4, "<F6>x"), (5, ""), (5, "3"), (5, "3<Up>"), (5, "s"), (5, "}Mine.<F9>"),
  ])
  func inTasks(_ step: Int, _ text: String) {
    let state = after(text, Sample.task(step: step, bindings: Self.bindings))
    names(state, "\(step) \(text)")
    var first = state
    first.isNew = true
    first.message = nil
    names(first, "\(step) \(text), first")
  }

  @Test func theOldWordsAreSaidWithTheOldKeys() throws {
    let heading = try OwnNotebook.opened("## A\n")
    #expect(
      heading.draw().rows.contains(
        " The title of the step: K and J move the whole step, D deletes it."))
    let rebound = try OwnNotebook.opened("## A\n", bindings: Self.bindings)
    #expect(
      rebound.draw().rows.contains(
        " The title of the step: ^ and & move the whole step, ! deletes it."))
    #expect(
      after("}Words<F8>", rebound).draw().rows.contains(
        " Keep what you wrote? F7 keeps it, F8 throws it away. Other keys go on writing."))
  }
}
