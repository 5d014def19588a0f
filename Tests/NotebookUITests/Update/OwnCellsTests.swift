import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The reader's own cells and texts in a lesson, by keys.
@Suite struct OwnCellsTests {
  private func pressing(_ text: String, at entry: String = "K[cat, y]") -> State {
    var state = Sample.reading(at: entry)
    for event in keys(text) { _ = state.update(event) }
    return state
  }

  /// Keys, and what the reader then has of their own, in text order.
  private static let acts: [(keys: String, own: [String])] = [
    ("oB = Q @ K.T<C-s>", ["B = Q @ K.T"]), ("oB = 1<A-Enter>", ["B = 1"]),
    ("OB = 1<C-s>", ["B = 1"]), ("tmine<C-s>", ["mine"]), ("Tmine<C-s>", ["mine"]),
    ("o<C-s>", []), ("o  <Enter><C-s>", []), ("o<Esc>", []),
    ("oB = 1<Esc><Enter>", ["B = 1"]), ("oB = 1<Esc><Esc>", []),
    ("oB = 1<Esc> + 1<C-s>", ["B = 1 + 1"]),
    ("oB = (<C-s>", []), ("oB = (<C-s>1)<C-s>", ["B = (1)"]),
    ("oB = 1<Enter>C = 2<C-s>", ["B = 1\nC = 2"]),
    ("odef f(x):<Enter>return x<C-s>", ["def f(x):\n    return x"]),
    ("oB = 1<C-s>oC = 2<C-s>", ["B = 1", "C = 2"]),
    ("oB = 1<C-s>OC = 2<C-s>", ["C = 2", "B = 1"]),
    ("oB = 1<C-s>u", []), ("oB = 1<C-s>u<C-r>", ["B = 1"]),
    ("oB = 1<C-s>D", []), ("oB = 1<C-s>Du", ["B = 1"]), ("tmine<C-s>D", []),
    ("oB = 1<C-s>c + 1<C-s>", ["B = 1 + 1"]), ("oB = 1<C-s>=<C-w>2<C-s>", ["B = 2"]),
    ("oB = 1<C-s>2<Enter>", ["B = 2"]), ("oB = [1, 2]<C-s>l+", ["B = [1, 2.1]"]),
    ("oB = Q * 2<C-s><Enter>0<C-s>", ["B = Q * 20"]),
    ("tmine<C-s><Enter>, all<C-s>", ["mine, all"]), ("tmine<C-s>c<C-u><C-s>", []),
    ("oB = 1<C-s>oC = 2<C-s>K", ["C = 2", "B = 1"]),
    ("oB = 1<C-s>tmine<C-s>KK", ["mine", "B = 1"]),
    ("oB = 1<C-s>OC = 2<C-s>J", ["B = 1", "C = 2"]),
    ("D", []), ("c", []), ("J", []), ("N", []), ("<C-s>", []), ("<F2>", []),
  ]

  @Test(arguments: acts)
  func keysMakeCells(_ act: (keys: String, own: [String])) {
    let state = pressing(act.keys)
    #expect(state.reading?.ownTexts == act.own)
  }

  /// Keys, and what is said then.
  private static let words: [(keys: String, message: String)] = [
    ("D", "This is the lesson's; only your own can be deleted. o adds a cell."),
    ("c", "This is the lesson's; only your own can be rewritten. o adds a cell."),
    ("J", "This is the lesson's; only your own can be moved. o adds a cell."),
    ("N", "Steps are added to a notebook of your own: qkv new FILE.md begins one."),
    ("<F2>", "A notebook of your own has a title to change; this is a lesson's."),
    ("<C-s>", "What you do here is saved by itself; a lesson's file stays as it is."),
    ("oB = 1<C-s>D", "Deleted B; u brings it back."),
    ("tmine<C-s>D", "Deleted the text; u brings it back."),
    ("o<A-u>", "There is nothing to take back here."),
  ]

  @Test(arguments: words)
  func says(_ row: (keys: String, message: String)) {
    #expect(pressing(row.keys).message?.text == row.message)
  }

  @Test func aNewCellHasTheCursor() {
    let state = pressing("oB = [1, 2]<C-s>")
    #expect(state.focusName == "B[0]")
    #expect(state.context == .lesson)
  }

  @Test func aTextHasTheCursor() {
    #expect(pressing("tmine<C-s>").context == .block)
  }

  /// A cell that can't be read stays in the editor.
  @Test func whatCantBeReadStaysInTheEditor() throws {
    let state = pressing("oB = 1<Enter>C = )<C-s>")
    let writing = try #require(state.reading?.writing)
    #expect(writing.problem != nil)
    #expect(writing.editor.marked == "B = 1\nC = )|")
  }

  @Test func ctrlCKeepsWhatIsWritten() {
    var state = pressing("oB = 1")
    let effects = state.update(.control("c"))
    #expect(effects == [.save, .quit(0)])
    #expect(state.reading?.ownTexts == ["B = 1"])
  }

  @Test func ctrlCKeepsWhatCantBeRead() {
    var state = pressing("oB = (")
    #expect(state.update(.control("c")) == [.save, .quit(0)])
    #expect(state.reading?.ownTexts == ["B = ("])
  }

  @Test func aHangUpKeepsWhatCanBeKept() {
    var state = pressing("oB = 1")
    #expect(state.update(.terminate(signal: 1)) == [.save, .quit(129)])
    #expect(state.reading?.ownTexts == ["B = 1"])
  }

  @Test func aClickPutsTheCaret() throws {
    var state = pressing("oB = 1<Enter>C = 2")
    let top = state.frame.bottom.y
    _ = state.update(.mouse(MouseEvent(.press, at: Point(x: 4, y: top))))
    #expect(state.reading?.writing?.editor.marked == "B| = 1\nC = 2")
    _ = state.update(.mouse(MouseEvent(.press, at: Point(x: 40, y: 4))))
    #expect(state.reading?.ownTexts == ["B = 1\nC = 2"])
  }

  @Test func aPasteKeepsItsLines() {
    var state = pressing("o")
    _ = state.update(.paste("B = 1\n\tC\u{1B} = 2\n"))
    #expect(state.reading?.writing?.editor.text == "B = 1\n    C = 2\n")
    #expect(state.message?.text == "Left out of the paste: a control character.")
  }
}

extension Reading {
  /// The texts that are the reader's own, in text order.
  var ownTexts: [String] {
    lesson.steps.indices.flatMap { session.outline(ofStep: $0) }.filter(\.isOwn)
      .compactMap { session.text(of: $0.id) }
  }
}
