import CellLanguage
import TestSupport
import Testing

@testable import Notebook

/// Blocks and steps put elsewhere and taken away, and the way back.
@Suite struct WritingMovesTests {
  private typealias File = WrittenNotebook

  @Test func blocksMoveAndAreDeleted() throws {
    var session = try File.session()
    let cell = try session.written("K = array([[2, 0], [0, 1]])")
    var places: [Int] = []
    while try session.move(cell, by: -1) != nil {
      places.append(try #require(session.ownSketch.firstIndex(of: "K = array([[2, 0], [0, 1]])")))
      try File.isWhatIsRead(session)
    }
    #expect(places == [5, 4, 3, 2, 1])
    while try session.move(cell, by: 1) != nil { try File.isWhatIsRead(session) }
    #expect(session.ownSketch.last == "K = array([[2, 0], [0, 1]])")
    #expect(session.markdown.hasSuffix("~~~\n"))
    while try session.written("K = array([[2, 0], [0, 1]])") != session.outline(ofStep: 0).last?.id
    {
      _ = try session.move(cell, by: -1)
    }
    // Back where it was, it leaves no trace.
    #expect(session.markdown == File.text && !session.isUnsaved)
    while session.undo() != nil {}
    #expect(session.markdown == File.text)
    for sketch in File.plain.dropFirst(2) where sketch != "A = softmax(S)" {
      var session = try File.session()
      _ = try session.delete(session.written(sketch))
      try File.isWhatIsRead(session)
      _ = session.undo()
      #expect(session.markdown == File.text)
    }
    _ = try session.delete(session.written("pause"))
    #expect(session.markdown == File.text.replacing("<!-- pause -->\n", with: ""))
  }

  @Test func stepsMoveAndAreDeleted() throws {
    var session = try File.session()
    let change = try session.moveStep(1, by: -1)
    #expect(change?.step == 0)
    #expect(session.ownSketch == Array(File.plain[7...] + File.plain[..<7]))
    try File.isWhatIsRead(session)
    #expect(session.markdown.hasSuffix("~~~\n"))
    #expect(try session.moveStep(0, by: -1) == nil && session.moveStep(1, by: 1) == nil)
    _ = try session.deleteStep(0)
    #expect(session.ownSketch == Array(File.plain[..<7]))
    try File.isWhatIsRead(session)
    let problem = #expect(throws: Diagnostic.self) { try session.deleteStep(0) }
    #expect(problem?.message == "the lesson has no step")
    _ = session.undo()
    _ = session.undo()
    #expect(session.markdown == File.text)
    // A title taken away joins its step to the one above.
    _ = try session.delete(session.written("## Second"))
    #expect(session.lesson.steps.count == 1)
    try File.isWhatIsRead(session)
  }

  @Test func everyWayBackLeadsToTheFile() throws {
    var random = SeededRandom(seed: 20)
    for _ in 0..<12 {
      var session = try File.session()
      for _ in 0..<25 {
        let step = Int.random(in: session.lesson.steps.indices, using: &random)
        guard let item = session.outline(ofStep: step).randomElement(using: &random) else {
          continue
        }
        switch Int.random(in: 0..<7, using: &random) {
        case 0:
          _ = try? session.insert(
            .prose, "words \(Int.random(in: 0..<100, using: &random))", .after(item.id))
        case 1:
          _ = try? session.insert(
            .code, "v\(Int.random(in: 0..<10_000, using: &random)) = 1", .before(item.id))
        case 2: _ = try? session.insert(.heading, "Step", .after(item.id))
        case 3: _ = try? session.move(item.id, by: Int.random(in: -3...3, using: &random))
        case 4: _ = try? session.delete(item.id)
        case 5: _ = try? session.moveStep(step, by: Int.random(in: -1...1, using: &random))
        default:
          if let id = session.panelID(forName: "Q") {
            _ = try? session.setEntry(
              id, at: [0, 1], to: "\(Int.random(in: 0..<9, using: &random))")
          }
        }
        try File.isWhatIsRead(session)
      }
      let end = session.markdown
      while session.undo() != nil {}
      #expect(session.markdown == File.text && !session.isUnsaved)
      while session.redo() != nil {}
      #expect(session.markdown == end)
    }
  }
}
