import Terminal

/// How the screen of a lesson is divided: a title, the step, what is said about the entry, the keys; rules between.
struct Frame {
  static let smallest = Size(width: 40, height: 12)

  let size: Size
  /// Lines below the step: the explanation, or the text being typed.
  let bottomLines: Int

  init(size: Size, bottomLines: Int) {
    self.size = size
    self.bottomLines = max(Frame.explainLines(size), min(bottomLines, Frame.mostBottomLines(size)))
  }

  /// The most lines below the step: something of it always stays in sight.
  static func mostBottomLines(_ size: Size) -> Int { max(1, size.height - 8) }

  /// Tall screens spend a second line on the explanation.
  static func explainLines(_ size: Size) -> Int { size.height >= 28 ? 2 : 1 }

  var titleRow: Int { 0 }
  var upperRule: Int { 1 }
  var lowerRule: Int { size.height - 2 - bottomLines }
  var footerRow: Int { size.height - 1 }

  var bottom: Rectangle {
    Rectangle(x: 1, y: lowerRule + 1, width: size.width - 2, height: bottomLines)
  }

  /// Where the step is seen. A very wide screen has it in its middle, a tall one a little below the rule.
  var body: Rectangle {
    Rectangle(
      x: margin, y: 2 + inset, width: min(size.width, Self.widest) - asideWidth,
      height: max(0, lowerRule - 2 - inset))
  }

  /// Where the derivation of the entry under the cursor stays open; nil where there is no room beside the step.
  var aside: Rectangle? {
    guard asideWidth > 0 else { return nil }
    return Rectangle(x: body.x + body.width, y: body.y, width: asideWidth, height: body.height)
  }

  /// Lines any longer would be lost sight of.
  private static let widest = 230
  private var margin: Int { max(0, (size.width - Self.widest) / 2) }
  private var inset: Int { size.height >= 40 ? 1 : 0 }
  private var asideWidth: Int {
    let width = min(size.width, Self.widest)
    return width >= 160 && size.height >= 20 ? min(70, width * 3 / 10) : 0
  }
}

extension State {
  package var isTooSmall: Bool {
    size.width < Frame.smallest.width || size.height < Frame.smallest.height
  }

  /// As it is now; what is being typed may take more lines than the explanation.
  var frame: Frame { Frame(size: size, bottomLines: bottomInstead?.count ?? 0) }

  /// The step laid out. It doesn't depend on what is being typed, so that nothing moves meanwhile.
  var page: StepPage? {
    reading.map { StepPage($0, body: pageBody, ascii: isASCII) }
  }

  /// What a step has for itself.
  var pageBody: Size {
    let body = Frame(size: size, bottomLines: 1).body
    return Size(width: body.width, height: body.height)
  }

  /// The farthest that the step can be scrolled.
  var lastScroll: Int { max(0, (page?.height ?? 0) - frame.body.height) }
}
