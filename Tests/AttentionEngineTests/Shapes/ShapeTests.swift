import AttentionEngine
import Testing

@Suite struct ShapeTests {
  @Test(
    arguments: [
      ([], 1), ([0], 0), ([2, 3], 6), ([0, 4_000_000], 0), ([10, 100, 100, 100], 10_000_000),
    ] as [([Int], Int)])
  func counts(_ shape: [Int], _ count: Int) throws {
    #expect(try Shape.count(shape) == count)
  }

  @Test(
    arguments: [
      (
        [1_000_000_000, 1_000_000_000],
        .tooLarge(shape: [1_000_000_000, 1_000_000_000], limit: 10_000_000)
      ),
      ([.max, .max, .max], .tooLarge(shape: [.max, .max, .max], limit: 10_000_000)),
      ([0, .max], .tooLarge(shape: [0, .max], limit: 10_000_000)),
      ([2, -1], .argument(name: "shape", problem: "has a negative size")),
      ([1, 1, 1, 1, 1], .rank(operation: "array", shape: [1, 1, 1, 1, 1])),
    ] as [([Int], TensorError)])
  func refusals(_ shape: [Int], _ error: TensorError) {
    #expect(throws: error) { try Shape.count(shape) }
  }

  @Test(
    arguments: [
      ([], [], []), ([3], [], [3]), ([2, 1], [3], [2, 3]), ([1], [0], [0]),
      ([4, 1, 3], [2, 1], [4, 2, 3]),
    ] as [([Int], [Int], [Int])])
  func broadcasts(_ a: [Int], _ b: [Int], _ shape: [Int]) throws {
    #expect(try Shape.broadcast(a, b) == shape)
    #expect(try Shape.broadcast(b, a) == shape)
  }

  @Test func positionsAndOffsets() {
    let tensor = Tensor(shape: [2, 3, 4], entries: Array(0..<24))
    for offset in 0..<24 {
      #expect(tensor.offset(of: Shape.position(of: offset, in: [2, 3, 4])) == offset)
    }
  }
}
