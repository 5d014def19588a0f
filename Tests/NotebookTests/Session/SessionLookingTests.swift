import Notebook
import Testing

@Suite struct SessionLookingTests {
  private func explained(_ name: String, _ position: [Int], in text: String) throws -> String? {
    let session = try session(text)
    return session.explain(try session.id(name), at: position, width: 78, ascii: false)?.text
  }

  @Test("an input reaches through hidden cells what can be seen, and they aren't named")
  func throughHiddenCells() throws {
    let text =
      cell("Y = [[3, 4], [0, 2]]") + cell("#| hidden\nU = Y / norm(Y, axis=1, keepdims=True)")
      + cell("C = U @ U.T")
    #expect(
      try explained("Y", [0, 0], in: text)
        == "Y[0, 0] = 3  an input, reaches C[0, 0], C[0, 1], C[1, 0]")
  }

  @Test("what stands in another step isn't named, nor what leads there")
  func otherSteps() throws {
    let text =
      cell("a = [1, 2]") + cell("b = a @ a") + "## Next\n" + cell("c = b + 1") + cell("d = c * 2")
    #expect(try explained("a", [0], in: text) == "a[0] = 1  an input, reaches b")
  }
}
