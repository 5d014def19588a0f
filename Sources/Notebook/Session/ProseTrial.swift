package import CellLanguage

/// Text as it would be read if it were kept now, asked for at every key.
package struct ProseTrial: Sendable {
  /// What it becomes, as far as it can be read.
  package let blocks: [Block]
  /// The programs of the cells in it, by their ids.
  package let cells: [LessonCell]
  /// What is wrong first, its range that of the text.
  package let problem: Diagnostic?
  private let quotes: [LiveNumber: Quote]

  private enum Quote: Sendable {
    case text(String)
    case problem(String)
  }

  /// - Parameter session: which computes the numbers quoted in it.
  init(_ kind: BlockKind, _ text: String, in session: Session) {
    let source = kind == .heading ? "## " + text : text
    let reading = BlockReading(kind, source, line: 1)
    cells = reading.cells
    let title = reading.title.map { [Block.prose(.heading(level: 2, $0))] } ?? []
    blocks = title + reading.blocks
    problem = Self.problem(kind, text, reading, session)
    let lives = blocks.flatMap(\.liveNumbers)
    let trial = lives.isEmpty ? session : session.quoting(lives)
    let found = lives.map { live in
      (live, trial.reason(for: live).map(Quote.problem) ?? .text(trial.text(of: live)))
    }
    quotes = Dictionary(found) { first, _ in first }
  }

  private static func problem(
    _ kind: BlockKind, _ text: String, _ reading: BlockReading, _ session: Session
  ) -> Diagnostic? {
    if kind == .prose, !session.isAuthoring {
      do throws(Diagnostic) {
        _ = try OwnText.prose(text)
        return nil
      } catch {
        return error
      }
    }
    let unread = reading.problems.min { $0.line < $1.line }
    return (unread ?? Self.unsound(reading.blocks)).map { Diagnostic($0, in: text) }
  }

  /// What is wrong with the words of the first question that isn't sound.
  private static func unsound(_ blocks: [Block]) -> LessonProblem? {
    let found = blocks.compactMap(\.task).flatMap { QuestionTexts($0).problems }
    return found.min { $0.line < $1.line }.map {
      LessonProblem(file: "", line: $0.line, message: $0.message, advice: $0.advice)
    }
  }

  /// What stands for a number, or why it can't be computed.
  package func text(of live: LiveNumber) -> String {
    if case .text(let text) = quotes[live] { text } else { "…" }
  }

  package func problem(of live: LiveNumber) -> String? {
    if case .problem(let problem) = quotes[live] { problem } else { nil }
  }
}

extension Session {
  /// What a text would become that is written here.
  package func trying(_ kind: BlockKind, _ text: String) -> ProseTrial {
    ProseTrial(kind, OwnText.normal(text), in: self)
  }
}
