import Testing

@testable import Notebook

@Suite struct DemonstrationReaderTests {
  @Test func everyKindOfActIsRead() {
    let text =
      "say Watch A; V[cat, g] = 2; c = -1.5; A = softmax(S, axis=0); go A[cat, sat]; go A; v; +"
      + " 3 times; =; Ctrl-R; Shift+Tab; w[1] = inf; expect O[1, 0] = 0.40; expect w[cat] >= −2;"
    var reader = DemonstrationReader()
    let acts = reader.acts(text)
    #expect(reader.problems.isEmpty)
    #expect(
      acts.map(\.kind) == [
        .say("Watch A"),
        .set(.init(name: "V", indices: ["cat", "g"]), "2"),
        .set(.init(name: "c"), "-1.5"),
        .set(.init(name: "A"), "softmax(S, axis=0)"),
        .go(.init(name: "A", indices: ["cat", "sat"])),
        .go(.init(name: "A")),
        .press(.character("v"), times: 1),
        .press(.character("+"), times: 3),
        .press(.character("="), times: 1),
        .press(.control("r"), times: 1),
        .press(.named(.backTab), times: 1),
        .set(.init(name: "w", indices: ["1"]), "inf"),
        .expect(
          .init(
            target: .init(name: "O", indices: ["1", "0"]), comparison: .equal, value: 0.4,
            decimals: 2)),
        .expect(
          .init(
            target: .init(name: "w", indices: ["cat"]), comparison: .atLeast, value: -2,
            decimals: 0)),
      ])
    #expect(acts[1].text == "V[cat, g] = 2")
  }

  private static let faults: [(text: String, problem: String, advice: String)] = [
    ("", "the demonstration plays nothing", "write <!-- play: V[cat, g] = 2; u -->"),
    (" ; ", "nothing stands between two semicolons", "delete one of them"),
    ("u; ; u", "nothing stands between two semicolons", "delete one of them"),
    ("V[cat, g]", "\"V[cat, g]\" is no key", "write go V[cat, g], or V[cat, g] = 2"),
    ("Tba", "\"Tba\" is no key", "did you mean Tab?"),
    (
      "whatever", "\"whatever\" is no key",
      "keys are single characters, Ctrl-R and Enter, Esc, Tab, Shift+Tab, Space, Up, Down, Left, Right, Home, End"
    ),
    ("+ 51 times", "\"+ 51 times\" presses the key too often", "1 to 50 times will do"),
    ("+ 0 times", "\"+ 0 times\" presses the key too often", "1 to 50 times will do"),
    ("go", "\"\" is no matrix and no entry", "write go A or go A[cat, sat]"),
    ("go A[cat", "\"A[cat\" is no matrix and no entry", "write go A or go A[cat, sat]"),
    ("go A[[0]]", "\"A[[0]]\" is no matrix and no entry", "write go A or go A[cat, sat]"),
    ("say", "say says nothing", "write say and what is to be watched"),
    (
      "expect A", "\"A\" can't be expected",
      "write expect A[cat, sat] = 0.40, with = < > <= or >="
    ),
    (
      "expect A[0] = many", "\"A[0] = many\" can't be expected",
      "write expect A[cat, sat] = 0.40, with = < > <= or >="
    ),
  ]

  @Test(arguments: faults)
  func whatCannotBeReadIsTold(_ fault: (text: String, problem: String, advice: String)) {
    var reader = DemonstrationReader()
    _ = reader.acts(fault.text)
    #expect(reader.problems.map(\.message) == [fault.problem])
    #expect(reader.problems.map(\.advice) == [fault.advice])
  }

  @Test func thereAreNoEndlessDemonstrations() {
    var reader = DemonstrationReader()
    #expect(reader.acts(String(repeating: "u;", count: 101)).isEmpty)
    #expect(reader.problems.map(\.message) == ["the demonstration has 101 acts, more than 100"])
  }

  @Test(arguments: [
    ("= 0.40", 0.404, true), ("= 0.40", 0.406, false), ("= 2", 2.4, true), ("= 2", 2.6, false),
    ("> 0.8", 0.81, true), ("> 0.8", 0.8, false), (">= 0.8", 0.8, true), ("< 1", 0.5, true),
    ("< 1", 1, false), ("<= 1", 1, true), ("= inf", .infinity, true), ("= 1", .nan, false),
  ])
  func anExpectationHolds(_ text: String, _ found: Double, _ holds: Bool) throws {
    var reader = DemonstrationReader()
    let act = try #require(reader.acts("expect x " + text).first)
    guard case .expect(let expectation) = act.kind else {
      Issue.record("\(act.text) is no expectation")
      return
    }
    #expect(expectation.holds(of: found) == holds)
  }

  @Test func aStepHoldsItsDemonstrations() {
    let text = """
      ## One
      <!-- play: u;
           say two lines -->
      <!-- exercise: a edits=x -->
      <!-- play: u -->
      <!-- end -->
      <!-- play: wat -->
      """
    let (lesson, problems) = LessonReader.read(text: text, name: "t.md")
    let demonstrations = lesson?.steps.first?.demonstrations ?? []
    #expect(demonstrations.map(\.line) == [2])
    #expect(demonstrations.first?.acts.map(\.text) == ["u", "say two lines"])
    #expect(
      problems.filter { $0.line > 4 }.map(\.description) == [
        "t.md:5: a demonstration stands inside of the exercise; put it before or behind",
        "t.md:7: \"wat\" is no key; keys are single characters, Ctrl-R and Enter, Esc, Tab, Shift+Tab, Space, Up, Down, Left, Right, Home, End",
      ])
  }
}
