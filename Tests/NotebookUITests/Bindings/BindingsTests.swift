import Terminal
import Testing

@testable import NotebookUI

@Suite struct BindingsTests {
  @Test(arguments: Context.allCases)
  func noKeyMeansTwoThings(_ context: Context) {
    var seen: [KeyPress: Action] = [:]
    for binding in Bindings.all where binding.contexts.contains(context) {
      for key in binding.keys {
        #expect(seen[key] == nil, "\(key.name) is \(binding.action) and something else")
        seen[key] = binding.action
      }
    }
    #expect(!seen.isEmpty)
  }

  @Test func everyActionHasAKeyAndASentence() {
    for action in Action.allCases {
      let bindings = Bindings.all.filter { $0.action == action }
      #expect(!bindings.isEmpty, "\(action)")
      for binding in bindings {
        #expect(!binding.keys.isEmpty)
        #expect(binding.help.hasSuffix("."), "\(binding.help)")
      }
    }
  }

  @Test(arguments: Context.allCases)
  func everyContextOffersHelpAndAWayOut(_ context: Context) {
    let actions = Bindings.all.filter { $0.contexts.contains(context) }.map(\.action)
    #expect(actions.contains(.leave))
    #expect(actions.contains(.help) || context == .help)
    let isTyping = [.editing, .writing].contains(context)
    #expect(actions.contains(.back) || isTyping)
    #expect(actions.contains(.giveUp) == isTyping)
  }

  /// What the product promises, key by key.
  private static let letters: [(Character, Action)] = [
    ("h", .left), ("j", .down), ("k", .up), ("l", .right), ("n", .nextStep),
    (" ", .forward), ("b", .previousStep), ("?", .help), ("q", .back), ("u", .undo),
    ("r", .resetMatrix), ("R", .resetLesson), ("v", .switchView), ("e", .explain), ("E", .reach),
    ("p", .pin),
    ("P", .returnToPin), ("+", .nudgeUp),
    ("-", .nudgeDown), ("7", .typeNumber), (".", .typeNumber), ("g", .firstEntry),
    ("G", .lastEntry),
  ]

  @Test(arguments: letters)
  func aLetterDoes(_ key: Character, _ action: Action) {
    #expect(Bindings.standard.action(for: KeyPress(.character(key)), in: .lesson) == action)
  }

  @Test func namedKeysDo() {
    let named: [(KeyPress, Action)] = [
      (KeyPress(.tab), .nextPanel), (KeyPress(.tab, shift: true), .previousPanel),
      (KeyPress(.pageDown), .forward), (KeyPress(.pageUp), .backward), (KeyPress(.enter), .edit),
      (KeyPress(.escape), .back), (KeyPress(.function(1)), .help),
      (KeyPress(.character("r"), control: true), .redo),
      (KeyPress(.character("c"), control: true), .leave),
      (KeyPress(.character("z"), control: true), .suspend),
      (KeyPress(.character("l"), control: true), .redraw),
    ]
    for (key, action) in named {
      #expect(Bindings.standard.action(for: key, in: .lesson) == action, "\(key.name)")
    }
  }
}
