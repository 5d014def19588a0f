/// What became of one task: whether it is passed, and what each of its checks found.
package struct Verdict: Hashable, Sendable {
  package enum Status: String, Hashable, Sendable {
    case passed, failed
    /// Nothing was entered yet.
    case pending
  }

  package let status: Status
  /// One for each assertion of each check, in text order; for a quiz or a prediction one.
  package let checks: [CheckResult]
  /// The reason why a known wrong answer is wrong, where this is one.
  package let because: String?
  /// Why an answer isn't judged at all: it changes a locked input, defines a name that isn't its own, can't be read.
  package let refusal: String?

  package init(
    status: Status, checks: [CheckResult], because: String? = nil, refusal: String? = nil
  ) {
    self.status = status
    self.checks = checks
    self.because = because
    self.refusal = refusal
  }

  package var isPassed: Bool { status == .passed }
}

/// What one assertion of a check found.
package struct CheckResult: Hashable, Sendable {
  package enum Status: String, Hashable, Sendable {
    case passed, failed
    /// It waits for something that isn't filled in.
    case pending
  }

  /// What should be so: the message of the assertion.
  package let message: String
  package let status: Status
  package let finding: Finding?

  package init(message: String, status: Status, finding: Finding? = nil) {
    self.message = message
    self.status = status
    self.finding = finding
  }
}

/// Where a check failed: what was expected and what was found instead. All of it is plain text.
package struct Finding: Hashable, Sendable {
  /// `0.23`, `(2, 3)`; nil where no single value was expected.
  package let expected: String?
  /// `0.50`; nil where the failure is an error.
  package let found: String?
  /// Which entry, with the lesson's labels: `out[cat, f]`; nil where it is all of it.
  package let place: String?
  /// How much of it differs: `3 of 6 entries`; nil for a single value.
  package let extent: String?
  /// The random input on which it failed: `K = [[0.3, -1.2], …], random input 3 of 20`; nil for the lesson's own numbers.
  package let input: String?
  /// What is wrong where nothing could be compared: the error's message.
  package let problem: String?

  package init(
    expected: String? = nil, found: String? = nil, place: String? = nil, extent: String? = nil,
    input: String? = nil, problem: String? = nil
  ) {
    self.expected = expected
    self.found = found
    self.place = place
    self.extent = extent
    self.input = input
    self.problem = problem
  }
}

extension Finding {
  /// All of it on one line: `out[cat, f] is 0.50, expected 0.23 (3 of 6 entries), with Q = [[0.31, -1.20]]`.
  package var text: String {
    var text = problem ?? comparison
    if let extent { text += " (\(extent))" }
    if let input { text += ", with \(input)" }
    return text
  }

  private var comparison: String {
    let found = found.map { place == nil ? "found \($0)" : "\(place ?? "") is \($0)" } ?? place
    return [found, expected.map { "expected \($0)" }].compactMap(\.self).joined(separator: ", ")
  }

  func expecting(_ words: String) -> Finding {
    Finding(
      expected: words, found: found, place: place, extent: extent, input: input, problem: problem)
  }

  /// Without its place.
  var nowhere: Finding {
    Finding(expected: expected, found: found, extent: extent, input: input, problem: problem)
  }

  func with(input: String?) -> Finding {
    Finding(
      expected: expected, found: found, place: place, extent: extent, input: input,
      problem: problem)
  }
}
