import CellLanguage
import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What is said of a cell while it is typed is true of it when it is kept.
@Suite struct CellTruthTests {
  private func bottom(_ text: String, at entry: String = "K[cat, y]", width: Int = 80) -> [String] {
    let state = Sample.reading(at: entry, size: Size(width: width, height: 24))
    return Array(after(text, state).draw().rows[17...]).map { String($0) }
  }

  @Test("a large array is no fault, and one beyond every bound is")
  func large() {
    #expect(bottom("obig = zeros((500, 500))")[4].hasPrefix(" big = 500×500  [0.00 0.00 "))
    #expect(
      bottom("obig = zeros((2000, 2000))")[4]
        == " big takes long: it is computed when it is kept")
    #expect(
      Array(bottom("obig = zeros((10**9, 10**9))")[4...5]) == [
        " ✗ an array of 1,000,000,000×1,000,000,000 is too large: the bound is",
        " 10,000,000 entries",
      ])
  }

  @Test("a cell above what it uses will stand below that")
  func placedBelow() {
    #expect(bottom("Olast = O.sum()")[4] == " it will stand below O: last = 2.00")
    #expect(bottom("olast = nowhere.sum()")[4].hasPrefix(" ✗ "))
  }

  @Test("a name keeps its letters")
  func names() {
    let rows = bottom("ox y z<C-s>")
    #expect(
      rows.contains {
        $0.hasPrefix(" x @ y is the matrix product")
      }, "\(rows)")
    #expect(bottom("oq = 1<C-s>c")[0].hasPrefix("── q, your cell ─"))
  }

  @Test("of a long function the meaning is seen")
  func meaning() {
    let rows = bottom("oattention_w")
    #expect(
      Array(rows[4...5]) == [
        " attention_weights(Q, K, mask=None, causal=False, scale=None, softcap=None,",
        "   window=None, offset=0) the softmax of the masked scores",
      ])
    #expect(
      bottom("oattention_w", width: 60)[5]
        == " attention_weights(Q, K…)  the softmax of the masked scores")
  }

  @Test("Tab indents at the beginning of a line, and nowhere else")
  func indenting() {
    let text = { (typed: String) in
      after("o" + typed, Sample.reading(at: "K[cat, y]")).reading?.writing?.editor.text
    }
    #expect(text("<Tab>x") == "    x")
    #expect(text("last = O.sum<Tab>()") == "last = O.sum()")
    #expect(text("x = 1 <Tab>") == "x = 1 ")
  }

  @Test("help over what is written goes back to that")
  func helpOverWriting() {
    #expect(bottom("ox = 1<F1>")[6].hasPrefix(" Esc back to the cell"))
    #expect(bottom("<F1>")[6].hasPrefix(" Esc back to the step"))
  }
}
