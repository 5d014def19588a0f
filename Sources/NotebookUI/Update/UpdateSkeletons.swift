import AttentionEngine
import CellLanguage
import Notebook

/// Adding questions, exercises and stage directions to a notebook of one's own.
extension State {
  mutating func add(_ skeleton: Skeleton) -> [Effect] {
    guard let reading else { return [] }
    guard reading.session.isAuthoring else {
      message = .refusal(
        "\(skeleton.words.capitalizedFirst) is added to a notebook of your own: qkv new FILE.md begins one."
      )
      return []
    }
    if skeleton == .hint { return addHint() }
    let place = reading.focusedBlock.map { Insertion.after($0) } ?? .end(ofStep: reading.step)
    let text = skeleton.text(in: reading.session, at: reading.entryOfSkeleton)
    begin(Writing(.new(.prose, place), filling: text))
    return skeleton == .pause ? keepWriting() : []
  }

  private mutating func addHint() -> [Effect] {
    guard let reading, let block = reading.focusedBlock,
      let text = reading.session.text(of: block).flatMap({ Skeleton.addingHint(to: $0) })
    else {
      message = .refusal(
        "A hint belongs to an exercise: move the cursor there, or add one with :add exercise.")
      return []
    }
    var writing = Writing(.old(block, .task), filling: text)
    writing.editor.goToGap(Skeleton.hintGap)
    begin(writing)
    return []
  }
}

extension Writing {
  /// Begins with a form to be filled; the caret is where words are wanted first.
  init(_ target: Target, filling text: String) {
    self.init(target, text: text, over: "")
    editor.goToGap()
  }
}

extension Reading {
  /// The entry under the cursor, as a question or a demonstration speaks of it.
  fileprivate var entryOfSkeleton: Skeleton.Entry? {
    guard let panel = focusedPanel, let name = panel.name, let position = focus?.position,
      case .array(let array) = panel.content
    else { return nil }
    let indices = position.map { String($0) }.joined(separator: ", ")
    let expression = position.isEmpty ? name : "\(name)[\(indices)]"
    guard focusIsEditable else { return Skeleton.Entry(expression) }
    let value = array.tensor[position]
    let other =
      array.dtype == .bool
      ? (value == 0 ? "True" : "False") : value.isFinite && value != 2 ? "2" : "1"
    return Skeleton.Entry(expression, edit: "\(panel.entryName(position)) = \(other)")
  }
}

extension TextEditor {
  /// Where words are wanted.
  var gaps: [Range<Int>] { kind == .prose ? Skeleton.gaps(in: characters) : [] }

  /// Puts the caret at the last of the places where these words stand for others.
  mutating func goToGap(_ words: String) {
    let gap = gaps.last { String(characters[$0]) == words }
    if let gap { move(to: gap.lowerBound) }
  }

  /// Puts the caret where words are wanted next, round the end.
  ///
  /// - Returns: whether there is such a place.
  @discardableResult mutating func goToGap() -> Bool {
    let gaps = gaps
    guard let gap = gaps.first(where: { $0.lowerBound > caret }) ?? gaps.first else { return false }
    move(to: gap.lowerBound)
    return true
  }

  /// What stands for words that are wanted goes when they are typed.
  mutating func clearGap() {
    guard let gap = gaps.first(where: { $0.lowerBound == caret }) else { return }
    change { $0.replace(gap, with: []) }
  }
}
