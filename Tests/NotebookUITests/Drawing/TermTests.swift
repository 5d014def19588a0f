import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The terms of a step, where the cursor is on no number and the screen is tall or wide.
@Suite struct TermTests {
  private static let body = """
    ## First

    A query meets keys.

    ```python {.qkv}
    Q = [1, 2]
    ```

    ## Second

    A query has scores; softmax makes weights of them. Then a weighted average.

    <!-- quiz: which -->
    Which softmax?
    - [x] This. — Yes.
    - [ ] That. — No.
    <!-- end -->

    ```python {.qkv}
    K = [1, 2]
    ```

    """

  private func below(_ keys: String, _ width: Int, _ height: Int) throws -> [String] {
    let size = Size(width: width, height: height)
    let rows = try OwnNotebook.opened(Self.body, keys, size: size).draw().rows
    let rule = try #require(rows.dropFirst(2).firstIndex { $0.hasPrefix("──") })
    return rows[(rule + 1)...].dropLast().reversed().drop { $0.isEmpty }.reversed()
  }

  @Test func belowAQuestion() throws {
    let rows = try below("n", 100, 40)
    #expect(
      rows == [
        " 1 or 2 choose; Enter answers.",
        "",
        " Words used here",
        " query             What is asked for, compared with every key to set the weights.",
        " score             How well a key fits a query: any number, higher for a better fit.",
        " softmax           e to the power of each score, then shares: any scores become weights.",
        " weight            How much a value counts, a share of 1.",
        " weighted average  Each value times its weight, added up; the weights sum to 1.",
      ])
  }

  @Test func aNarrowScreenBreaksThem() throws {
    let rows = try below("n", 44, 40)
    #expect(
      rows[2...6] == [
        " Words used here",
        " query          What is asked for,",
        "                compared with every key",
        "                to set the weights.",
        " score          How well a key fits a",
      ])
    #expect(rows.allSatisfy { $0.count <= 44 })
  }

  @Test func onALowerScreenTheLastAreNamed() throws {
    let rows = try below("n", 100, 32)
    #expect(
      rows.dropFirst(3).map { $0.split(separator: " ").first } == [
        "query", "score", "softmax", "and",
      ])
    #expect(rows.last == " and 2 more: weight, weighted average")
  }

  @Test func aNumberHasItsDerivationInstead() throws {
    #expect(try below("n<Tab>", 100, 40).contains { $0.contains("Words") } == false)
    #expect(try below("n", 100, 30).count == 1)
  }

  @Test func besideAQuestion() throws {
    let rows = try OwnNotebook.opened(
      Self.body, "n", size: Size(width: 170, height: 24)
    ).draw().rows
    #expect(rows.contains { $0.contains("│ Words used here") })
  }

  /// In a lesson of the course, what it builds isn't told beforehand.
  @Test func onlyWhatIsKnown() throws {
    func terms(_ number: Int, _ step: Int) throws -> [String] {
      let name = number < 10 ? "0\(number)-mine.md" : "mine.md"
      let lesson = OwnNotebook.lesson(Self.body, name: name)
      let state = Sample.state(lesson, step: step, size: Size(width: 80, height: 40), keys: "<C-l>")
      return state.reading?.terms?.entries.map(\.term) ?? []
    }
    #expect(try terms(4, 1) == ["query", "score", "weight", "weighted average"])
    #expect(try terms(9, 1) == ["query", "score", "softmax", "weight", "weighted average"])
    #expect(try terms(2, 1) == [])
  }

  /// None is left away in silence.
  @Test func whatHasNoRoomIsNamed() {
    let terms = ["query", "score", "softmax", "weight"].compactMap { term in
      Glossary.entries(usedIn: term).first
    }
    func lines(_ height: Int, _ width: Int = 80) -> [String] {
      TermLines(terms, width: width, height: height, ascii: false).lines.map(\.text)
    }
    #expect(lines(5).count == 5)
    #expect(lines(5).last?.hasPrefix("weight ") == true)
    #expect(lines(4).dropFirst(2).first?.hasPrefix("score ") == true)
    #expect(lines(4).last == "and 2 more: softmax, weight")
    #expect(lines(2) == ["Words used here", "and 4 more: query, score, softmax, weight"])
    #expect(lines(3, 20).last == "and 4 more")
    #expect(lines(1) == ["Words used here"])
  }
}
