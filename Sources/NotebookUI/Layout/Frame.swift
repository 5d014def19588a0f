import Terminal

/// How the screen of a lesson is divided: a title, the step, what is said about the entry, how it came about, the keys;
/// rules between.
struct Frame {
  static let smallest = Size(width: 40, height: 12)

  let size: Size
  /// Lines below the step: the explanation, or the text being typed; and below these what stays open of the derivation.
  let bottomLines: Int
  /// Where the derivation of the entry under the cursor stays open.
  let open: OpenDerivation

  init(size: Size, bottomLines: Int, open: OpenDerivation) {
    self.size = size
    self.open = open
    let kept = Frame.explainLines(size) + open.lines
    self.bottomLines = max(kept, min(bottomLines, Frame.mostBottomLines(size)))
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

  /// Beside the step, where the derivation stays open there.
  var aside: Rectangle? {
    guard asideWidth > 0 else { return nil }
    return Rectangle(x: body.x + body.width, y: body.y, width: asideWidth, height: body.height)
  }

  /// Below the explanation, where the derivation stays open there.
  var below: Rectangle? {
    guard open.lines > 0 else { return nil }
    return Rectangle(
      x: 1, y: footerRow - open.lines, width: size.width - 2, height: open.lines - 1)
  }

  /// Lines any longer would be lost sight of.
  static let widest = 230
  private var margin: Int { max(0, (size.width - Self.widest) / 2) }
  private var inset: Int { size.height >= 40 ? 1 : 0 }
  private var asideWidth: Int {
    open.isBeside ? min(70, min(size.width, Self.widest) * 3 / 10) : 0
  }
}

/// Where the derivation of the entry under the cursor stays open, without being asked for.
struct OpenDerivation: Hashable {
  /// Right of the step: on a wide screen that isn't tall, and on a tall one in the steps that leave room for it.
  private(set) var isBeside = false
  /// On a tall screen, on so many lines below the explanation, which so stands close to the step.
  private(set) var lines = 0

  static let nowhere = OpenDerivation()
  static let beside = OpenDerivation(isBeside: true, lines: 0)
  static func below(lines: Int) -> Self { OpenDerivation(isBeside: false, lines: lines) }

  private init(isBeside: Bool = false, lines: Int = 0) {
    self.isBeside = isBeside
    self.lines = lines
  }

  /// Fewer lines below the step say too little.
  private static let fewest = 6

  /// On a tall screen the step has what it has on one of 24 lines, and more where it is taller: then half of the rest
  /// is left, or nothing.
  ///
  /// - Parameters:
  ///   - height: of the step; nil where only the width counts.
  ///   - leavesRoom: whether the step leaves room beside it on a tall screen.
  init(size: Size, isRoom: Bool, height: Int?, leavesRoom: Bool = false) {
    let most = size.height - 26
    guard !isRoom, most >= Self.fewest else {
      self = Self.isWide(size) && size.height >= 20 ? .beside : .nowhere
      return
    }
    isBeside = leavesRoom && Self.isWide(size)
    let fitting = [most, most / 2].first { lines in
      lines >= Self.fewest
        && height ?? 0
          <= Frame(size: size, bottomLines: 1, open: .below(lines: lines)).body.height
    }
    lines = fitting ?? 0
  }

  static func isWide(_ size: Size) -> Bool { size.width >= 160 }
}

extension State {
  package var isTooSmall: Bool {
    size.width < Frame.smallest.width || size.height < Frame.smallest.height
  }

  /// As it is now; what is being typed may take more lines than the explanation.
  var frame: Frame { frame(of: needsPage ? page : nil) }

  /// - Parameter page: the step as it is laid out now.
  func frame(of page: StepPage?) -> Frame {
    Frame(
      size: size, bottomLines: bottomInstead?.count ?? 0,
      open: OpenDerivation(
        size: size, isRoom: isRoom, height: page.map { max($0.height, $0.fullHeight) },
        leavesRoom: leavesRoomBeside))
  }

  /// Whether the height of the step has a say in how the screen is divided.
  private var needsPage: Bool {
    OpenDerivation(size: size, isRoom: isRoom, height: nil).lines > 0
  }

  /// The step laid out. It doesn't depend on what is being typed, so that nothing moves meanwhile.
  var page: StepPage? {
    keptPage ?? reading.map { StepPage($0, body: pageBody, ascii: isASCII) }
  }

  /// Lays the step out once for all that asks for it until something changes.
  @discardableResult mutating func layOut() -> StepPage? {
    if keptPage == nil { keptPage = page }
    return keptPage
  }

  /// Puts a line of the step at the top of its place. The page itself doesn't depend on it.
  mutating func scroll(to line: Int) {
    guard reading?.scroll != line else { return }
    let page = keptPage
    reading?.scroll = line
    keptPage = page
  }

  /// What a step has for itself, where nothing stays open below it.
  var pageBody: Size { pageBody(leavingRoom: leavesRoomBeside) }

  func pageBody(leavingRoom leavesRoom: Bool) -> Size {
    let open: OpenDerivation =
      OpenDerivation(size: size, isRoom: isRoom, height: nil, leavesRoom: leavesRoom).isBeside
      ? .beside : .nowhere
    let body = Frame(size: size, bottomLines: 1, open: open).body
    return Size(width: body.width, height: body.height)
  }

  /// The farthest that the step can be scrolled.
  var lastScroll: Int {
    let page = page
    return max(0, (page?.height ?? 0) - frame(of: page).body.height)
  }
}
