import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Every key of every binding does something in each context that offers it.
@Suite struct PressingTests {
  static let presses: [(context: Context, action: Action, key: KeyPress)] =
    Bindings.all.flatMap { binding in
      Context.allCases.filter { binding.contexts.contains($0) }.flatMap { context in
        binding.keys.map { (context, binding.action, $0) }
      }
    }

  @Test(arguments: presses)
  func pressingDoesSomething(_ press: (context: Context, action: Action, key: KeyPress)) {
    let states = Self.states(press.context)
    let responses = states.map { before in
      var after = before
      let effects = after.update(.key(press.key))
      return !effects.isEmpty || after.draw() != before.draw()
    }
    #expect(responses.contains(true), "\(press.key.name) as \(press.action) in \(press.context)")
    #expect(states.allSatisfy { $0.context == press.context })
  }

  static func states(_ context: Context) -> [State] { made[context] ?? [] }

  private static let made = Dictionary(
    uniqueKeysWithValues: Context.allCases.map { ($0, situations($0)) })

  /// Situations that differ in what can be done.
  private static func situations(_ context: Context) -> [State] {
    switch context {
    case .home: ["", "j", "<A-3>"].map { after($0, State.home) }
    case .help: ["?", "?<PgDn><PgDn>"].map { after($0, State.home) }
    case .lesson:
      [
        "", "2<Enter>", "2<Enter>u", "p2<Enter>", "n", "<C-l>ll", "<A-3>", "<Tab>jl", "<Tab>",
      ].map {
        after($0, Sample.reading(at: "K[cat, y]"))
      } + ["", "SS", "/v<Enter>"].map { after($0, Sample.task(step: 4)) } + [heads]
    case .block:
      ["", "K", "J", "tyours<C-s>u"].map {
        after("p+tmine<C-s>" + $0, Sample.reading(at: "K[cat, y]"))
      } + [after("tmine<C-s>", Sample.reading(at: "K[cat, y]", size: Size(width: 120, height: 24)))]
    case .writing:
      [
        "o", "oso", "oab<A-u>", "oab<C-_>", "oab<Esc>", "o    x", "oso<Tab>", "oB = 1<C-s>c",
        "tWords",
      ].map { after($0, Sample.reading(at: "K[cat, y]")) }
    case .copying: ["y", "y<PgDn>"].map { after($0, long(Sample.reading(at: "A[the, the]"))) }
    case .mending: ["", "j", "<PgDn>"].map { after($0, mending) }
    case .finding:
      [":", ":<Down>", ":<PgDn>"].map { after($0, State.home) }
        + [":"].map { after($0, Sample.reading()) }
    case .walk:
      ["e", "ej", "ejj", "ejl"].map { after($0, Sample.reading(at: "O[cat, f]")) }
        + [after("<Tab>e", Sample.demonstration())]
    case .editing:
      [after("5", Sample.reading(at: "K[cat, y]")), after("n<Tab><Tab><Enter>", Sample.reading())]
        + ["<Enter>", "<Enter> + s"].map { after($0, Sample.reading(at: "A[the, cat]")) }
    case .quiz:
      ["", "j", "jj", "<Tab>2<Enter><Tab>", "<Tab>2<Enter>u<Tab>", "3", "<A-3>"].map {
        after($0, Sample.task(step: 1))
      } + ["", " ", "<PgDn>b", "S"].map { after($0, Sample.task(step: 2)) }
        + [Sample.demonstration()]
    case .notes: ["", "jj", "<A-3>"].map { after($0, notes) }
    case .playing: ["<F5>", "<F5><Enter>"].map { after($0, Sample.demonstration()) }
    case .guess:
      ["", "<A-3>", "<S-Tab>2<Enter><Tab>", "<S-Tab>2<Enter>u<Tab>"].map {
        after($0, Sample.task(step: 3))
      } + [after("", Sample.demonstration(step: 2))]
        + [Size(width: 120, height: 30), Size(width: 40, height: 12)].map {
          after("<PgUp>n", Sample.task(step: 3, size: $0))
        }
    }
  }

  /// With an array of several matrices under the cursor, and a hint that is open.
  private static var heads: State {
    let text = """
      ---
      qkv: 1
      id: heads
      title: Heads
      ---
      ## One
      ```python {.qkv}
      H = arange(12).reshape(2, 2, 3) / 2
      ```
      """
    let lesson = LessonReader.read(text: text, name: "a.md").lesson!
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: [lesson]))
    state.open(lesson)
    return after("<Right><Down>", state)
  }

  /// With a notebook of which more is to be mended than fits the screen.
  private static var mending: State {
    let quiz = "<!-- quiz: q -->\nWhich?\n- [x] This.\n- [ ] That.\n- [ ] Neither.\n<!-- end -->\n"
    let body = "## One\n\n{a} {b} {c} {d}\n\n\(quiz)"
    guard var state = try? OwnNotebook.opened(body, "<F4>", size: Size(width: 40, height: 12))
    else { return .home }
    _ = state.prove()
    return state
  }

  /// With more of a matrix's text than fits the screen.
  private static func long(_ state: State) -> State {
    var state = state
    state.size = Size(width: 40, height: 12)
    let row = "[" + Array(repeating: "1", count: 400).joined(separator: ", ") + "]"
    guard let panel = state.reading?.focus?.panel else { return state }
    _ = try? state.reading?.session.setFormula(panel, to: "A = array(\(row))")
    return state
  }

  /// Of two demonstrations, on a screen that doesn't hold all there is to say.
  private static var notes: State {
    let demos = (1...2).map { process in
      RunningDemo(
        process: Int32(process),
        status: RoomStatus(
          lesson: "a", title: "A", minutes: 5, step: process, stepCount: 2, stepTitle: "One",
          part: 1, partCount: 1,
          notes: Array(repeating: RoomStatus.Note(part: 1, text: "Say so."), count: 9),
          behindPause: "", nextStep: "", play: ""))
    }
    var state = State(size: Size(width: 40, height: 12), shelf: Shelf(lessons: []))
    state.follow(Notes())
    state.look(demos, killed: [], at: 5000)
    return state
  }
}

extension State {
  fileprivate static var home: State {
    State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf))
  }
}
