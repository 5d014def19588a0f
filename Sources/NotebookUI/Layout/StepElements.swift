import Notebook
import Terminal

/// What a step shows, in text order: lines of text, and panels.
enum StepElement {
  /// Text, by the width there is.
  case text((Int) -> [StyledLine])
  /// The panels of cells that follow one another.
  case panels([Panel])
}

extension Reading {
  var elements: [StepElement] {
    guard lesson.steps.indices.contains(step) else { return [] }
    var collector = ElementCollector(
      prose: ProseLayout(live: { [session] in session.text(of: $0) }),
      panels: Dictionary(grouping: panels, by: \.id.cell))
    for block in lesson.steps[step].blocks { collector.take(block) }
    return collector.elements
  }
}

private struct ElementCollector {
  let prose: ProseLayout
  let panels: [CellID: [Panel]]
  var elements: [StepElement] = []

  mutating func take(_ block: Block) {
    switch block {
    case .prose(let block): append(block)
    case .cell(let id): append(panels[id] ?? [])
    case .listing(_, let text): append { PanelBox.code(text, width: $0) }
    case .pause, .note: break
    case .exercise(let exercise): append(exercise)
    case .quiz(let quiz): append(quiz)
    case .predict(let predict): for block in predict.question { append(block) }
    }
  }

  private mutating func append(_ block: ProseBlock) {
    append { [prose] in prose.lines(block, width: $0) }
  }

  private mutating func append(_ lines: @escaping (Int) -> [StyledLine]) {
    elements.append(.text(lines))
  }

  private mutating func append(_ panels: [Panel]) {
    guard !panels.isEmpty else { return }
    if case .panels(let before) = elements.last {
      elements[elements.count - 1] = .panels(before + panels)
    } else {
      elements.append(.panels(panels))
    }
  }

  private mutating func append(_ exercise: Exercise) {
    for block in exercise.blocks { take(block) }
    let goals = exercise.checks.flatMap(\.messages)
    guard !goals.isEmpty else { return }
    let points = exercise.points == 1 ? "1 point" : "\(exercise.points) points"
    append { width in
      [StyledLine("Done when · \(points)", .label)]
        + goals.flatMap { goal in
          LineWrapping.wrap([Run("○ ", .label), Run(goal)], width: width, hanging: 2)
        }
    }
  }

  private mutating func append(_ quiz: Quiz) {
    append { [prose] width in
      prose.lines(quiz.question, width: width)
        + quiz.options.flatMap { option in
          prose.wrap([.text("○ ")] + option.text, width: width, hanging: 2)
        }
    }
  }
}
