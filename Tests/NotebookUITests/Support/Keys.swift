import Terminal

@testable import NotebookUI

/// Keys as text: letters stand for themselves, others are named: `<Tab>`, `<S-Tab>`, `<C-r>`, `<A-3>`, `<Enter>`.
func keys(_ text: String) -> [Event] {
  var events: [Event] = []
  var rest = text[...]
  while let first = rest.first {
    if first == "<", let end = rest.firstIndex(of: ">"), end > rest.index(after: rest.startIndex) {
      events.append(named(rest[rest.index(after: rest.startIndex)..<end]))
      rest = rest[rest.index(after: end)...]
    } else {
      events.append(.character(first))
      rest.removeFirst()
    }
  }
  return events
}

/// A state after some keys.
func after(_ text: String, _ state: State) -> State {
  var state = state
  for event in keys(text) { _ = state.update(event) }
  return state
}

private func named(_ name: Substring) -> Event {
  if name.hasPrefix("S-"), let key = special[String(name.dropFirst(2))] {
    return .key(key, shift: true)
  }
  if name.hasPrefix("A-"), let key = special[String(name.dropFirst(2))] {
    return .key(key, alt: true)
  }
  if name.hasPrefix("A-"), let letter = name.last {
    return .key(.character(letter), alt: true)
  }
  if name.hasPrefix("C-"), let letter = name.last { return .control(letter) }
  return .key(special[String(name)] ?? .character("�"))
}

private let special: [String: Key] = [
  "Tab": .tab, "Enter": .enter, "Esc": .escape, "Left": .left, "Right": .right, "Up": .up,
  "Down": .down, "Home": .home, "End": .end, "PgDn": .pageDown, "PgUp": .pageUp, "F1": .function(1),
  "F4": .function(4), "F5": .function(5),
  "F2": .function(2), "F6": .function(6), "F7": .function(7), "F8": .function(8),
  "F9": .function(9), "F10": .function(10),
  "Del": .delete, "BS": .backspace,
]
