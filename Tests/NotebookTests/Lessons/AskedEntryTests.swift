import Notebook
import Testing

/// Which answers of predictions are entries.
struct AskedEntryTests {
  @Test(
    arguments: [
      ("A[1, 0]", "A", [1, 0]), ("A[1,0]", "A", [1, 0]), ("x_2[-1]", "x_2", [-1]), ("t", "t", []),
      ("H[0, 1, 2]", "H", [0, 1, 2]),
    ] as [(String, String, [Int])])
  func entries(_ text: String, _ name: String, _ indices: [Int]) {
    let entry = AskedEntry(text)
    #expect(entry?.name == name)
    #expect(entry?.indices == indices)
  }

  @Test(arguments: [
    "", "0.5", "A[1, 0] + 1", "softmax(A)[0]", "A[i]", "A[1:]", "A[", "A[]", "A[1]]", "[1][0]",
    "A.T[0]",
    "A[1][0]",
  ])
  func otherAnswers(_ text: String) {
    #expect(AskedEntry(text) == nil)
  }

  @Test func itStandsInAnArrayOfItsShape() {
    #expect(AskedEntry("A[1, -1]")?.position(in: [2, 3]) == [1, 2])
    #expect(AskedEntry("A[1]")?.position(in: [2, 3]) == nil)
    #expect(AskedEntry("A[2, 0]")?.position(in: [2, 3]) == nil)
    #expect(AskedEntry("A[-3]")?.position(in: [2]) == nil)
    #expect(AskedEntry("t")?.position(in: []) == [])
  }
}
