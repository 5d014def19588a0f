import Testing

@testable import CellLanguage

/// Damaged programs: whatever the text, reading it ends and every range lies inside it.
@Suite struct ParserFuzzTests {
  static let sample = #"""
    #| rows: tokens
    import numpy as np
    tokens = ["the", 'cat', "sät"]
    Q = array([[1, 0.5e-3], [.5, -inf]])  # queries
    n, d = Q.shape
    S = ...
    A = softmax(Q @ Q.T / np.sqrt(d), axis=-1) if n > 1 and not d == 2 else None
    def f(x, scale=1_000):
        """What it does."""
        y = x.copy()
        for i in range(n):
            y[i, ::2] += scale ** -i
            if i < 2 <= n: return y[..., None]
            elif i is None: pass
            else:
                y[0] = [a * b for a, b in x if a][0]
        return lambda k=2: ~(y & k | 0x1F), y
    assert allclose(A.sum(axis=1), 1), "rows\tsum to \u03b1"
    """#

  private func check(_ text: String) {
    let source = Source(text)
    let program = Program(parsing: source)
    let length = text.utf8.count
    for problem in program.diagnostics {
      #expect(problem.primary.range.start >= 0 && problem.primary.range.end <= length)
      #expect(problem.primary.range.start <= problem.primary.range.end)
      #expect(!problem.message.isEmpty)
      #expect(!DiagnosticText(problem, in: source).text.utf8.contains(0x1B))
    }
    for statement in program.statements {
      #expect(statement.range.start < statement.range.end && statement.range.end <= length)
      _ = LiteralInput(statement)
      _ = statement.usedNames
    }
  }

  @Test func everyPrefixIsRead() {
    #expect(Program(parsing: Source(Self.sample)).diagnostics == [])
    let scalars = Array(Self.sample.unicodeScalars)
    for length in scalars.indices {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[..<length])
      check(String(text))
    }
  }

  @Test func everyMutationIsRead() {
    var generator = SplitMix(state: 1)
    let pieces =
      Array("()[]{}:,.;=+-*/%@&|^~<>!?'\"\\#\n\r\t \u{0}\u{1B}€“×09xefjL_αif")
      .map(String.init) + [
        "\n    ", "'''", "lambda ", " for ", " in ", " if ", "def ", "==", "...",
      ]
    for _ in 0..<500 {
      var scalars = Array(Self.sample.unicodeScalars)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<scalars.count, using: &generator)
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: scalars.remove(at: place)
        case 1: scalars.insert(contentsOf: piece.unicodeScalars, at: place)
        default: scalars.replaceSubrange(place...place, with: piece.unicodeScalars)
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      check(String(text))
    }
  }
}

/// A generator that gives the same numbers every time.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
