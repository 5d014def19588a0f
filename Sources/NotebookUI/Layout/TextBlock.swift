import Terminal

/// Lines of text, of which some are places for the cursor.
struct TextBlock {
  var lines: [StyledLine] = []
  /// The task that they are about, by its id.
  var task: String?
  /// What stands on which of the lines.
  var stops: [(focus: Focus, lines: Range<Int>)] = []
  /// What belongs to the lines and has no room between them: it stands at the end of the step.
  var rest: [StyledLine] = []
  /// How many of the lines tell what checks found: these may be scrolled to.
  var findingCount = 0

  init(_ lines: [StyledLine] = [], task: String? = nil) {
    self.lines = lines
    self.task = task
  }

  /// Adds lines on which the cursor can stand.
  mutating func add(_ lines: [StyledLine], stop: Focus? = nil) {
    if let stop { stops.append((stop, self.lines.count..<self.lines.count + lines.count)) }
    self.lines += lines
  }

  /// Empty lines at the end, up to a height.
  mutating func fill(to height: Int) {
    lines += Array(repeating: StyledLine(), count: max(0, height - lines.count))
  }
}

/// What a block of text is laid out for.
struct TextRoom {
  let width: Int
  /// Whether lines are kept free for what an answer will bring, so that nothing moves then.
  let reserves: Bool
}
