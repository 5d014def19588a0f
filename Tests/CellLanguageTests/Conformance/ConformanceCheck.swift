import Testing

@testable import CellLanguage

extension ConformanceCase {
  /// Runs the program for each expected value; one without a program must be on the list of those not run.
  func check(_ programs: [String: String]) {
    for key in expected.keys.sorted() {
      if let program = programs[key] {
        #expect(problem(with: program, for: key) == nil)
      } else if reasonNotToRun(key) == nil {
        Issue.record("\(testDescription): \(key) is neither run nor on the list")
      }
    }
  }

  /// Why an expected value isn't computed.
  func reasonNotToRun(_ key: String) -> String? {
    if key.hasPrefix("d_") { return "gradients are not part of the language" }
    return ConformanceCase.notRun["\(group)/\(name)/\(key)"]
  }

  /// By group, name and expected value.
  static let notRun: [String: String] = [
    "softmax/two_plus_inf/logsumexp":
      "the language has no logsumexp, and its formula is inf - inf here",
    "position/t5_buckets_bi/bucket": "the language has no buckets of relative positions",
    "onnx/rotary_embedding_no_position_ids/output":
      "its sines and cosines are random numbers; rope has those of its angles",
    "onnx/rotary_embedding_with_interleaved_rotary_dim/output":
      "its sines and cosines are random numbers; rope has those of its angles",
  ]
}

@Suite struct ConformanceListTests {
  private static let groups = [
    ("sdpa", 39), ("softmax", 9), ("streaming", 3), ("flex", 7), ("onnx", 32), ("layers", 11),
    ("mha", 4), ("additive", 6), ("position", 7), ("cache", 1),
  ]

  /// A file that is lost or added shows here.
  @Test(arguments: groups)
  func countsTheCases(group: String, count: Int) throws {
    #expect(try ConformanceCase.all(of: group).count == count)
  }

  @Test func everyReasonBelongsToACase() throws {
    var keys: Set<String> = []
    for (group, _) in ConformanceListTests.groups {
      for example in try ConformanceCase.all(of: group) {
        keys.formUnion(example.expected.keys.map { "\(group)/\(example.name)/\($0)" })
      }
    }
    #expect(ConformanceCase.notRun.keys.filter { !keys.contains($0) } == [])
  }
}
