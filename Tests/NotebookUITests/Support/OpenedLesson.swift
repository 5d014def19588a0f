import Notebook
import Terminal

@testable import NotebookUI

extension Sample {
  /// A lesson opened at one of its steps, counted from 0, and what keys make of it.
  static func state(_ lesson: Lesson, step: Int, size: Size, keys text: String = "") -> State {
    var state = State(size: size, shelf: Shelf(lessons: [lesson]))
    state.open(lesson)
    state.reading?.go(toStep: step)
    for event in keys(text) { _ = state.update(event) }
    return state
  }
}

extension State {
  /// The screen after some keys.
  func rows(after text: String = "") -> [String] {
    after(text, self).draw().rows
  }

  /// The step alone after some keys, up to its last line.
  func page(after text: String = "") -> [String] {
    let page = rows(after: text).dropFirst(2).prefix { !$0.hasPrefix("──") }
    return page.reversed().drop { $0.isEmpty }.reversed()
  }

  /// So many rows of the step, the first ones.
  func bodyRows(_ count: Int) -> [String] { Array(draw().rows[2..<2 + count]) }
}
