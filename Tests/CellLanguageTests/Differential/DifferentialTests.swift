import AttentionEngine
import Testing

@testable import CellLanguage

/// The cell language against Python with NumPy, on random programs.
///
/// Where both answer they agree to 10⁻¹² relative; where NumPy errs, we err; where we refuse, it is for a reason
/// that stands in the table of what isn't supported.
struct DifferentialTests {
  @Test func agreesWithNumPy() throws {
    let stored = try StoredPrograms.load()
    var tally = Tally()
    for program in stored.programs { tally.run(program) }
    print(tally.summary)
    #expect(tally.compared >= 3_000, "too few statements were compared")
    #expect(
      tally.disagreements.isEmpty, "\(tally.disagreements.prefix(12).joined(separator: "\n\n"))")
  }
}

/// What running programs showed, one statement after another.
private struct Tally {
  var compared = 0
  var bothErr = 0
  var refused: [String: Int] = [:]
  var disagreements: [String] = []

  var summary: String {
    let reasons = refused.sorted { $0.key < $1.key }.map { "  \($0.value) × \($0.key)" }
    return "differential: \(compared) agree, \(bothErr) err in both, refused:\n"
      + reasons.joined(separator: "\n")
  }

  mutating func run(_ program: StoredProgram) {
    var environment = Environment()
    var unknown: Set<String> = []
    for stored in program.statements {
      let source = Source(stored.text)
      let parsed = Program(parsing: source)
      let uses = parsed.statements.flatMap { $0.usedNames.map(\.0) }
      guard !uses.contains(where: unknown.contains) else {
        unknown.formUnion((stored.values ?? [:]).keys)
        continue
      }
      var interpreter = Interpreter()
      let failure =
        parsed.diagnostics.first
        ?? parsed.statements.lazy.compactMap { statement -> Diagnostic? in
          let result = interpreter.run(statement, of: source, in: &environment)
          return if case .failure(let diagnostic) = result.outcome { diagnostic } else { nil }
        }.first
      compare(stored, failure, environment, &unknown, seed: program.seed)
    }
  }

  private mutating func compare(
    _ stored: StoredStatement, _ failure: Diagnostic?, _ environment: Environment,
    _ unknown: inout Set<String>, seed: Int
  ) {
    guard let failure else {
      if let error = stored.error {
        return note(stored, seed, "NumPy errs (\(error)), we answer")
      }
      let wrong = (stored.values ?? [:]).sorted { $0.key < $1.key }.compactMap { name, value in
        value.flatMap {
          difference(of: environment.values[name], from: $0).map { "\(name): \($0)" }
        }
      }
      if wrong.isEmpty { compared += 1 } else { note(stored, seed, wrong.joined(separator: "; ")) }
      return
    }
    unknown.formUnion((stored.values ?? [:]).keys)
    if stored.error != nil {
      bothErr += 1
    } else if let reason = Unsupported.reason(for: failure) {
      refused[reason, default: 0] += 1
    } else {
      note(stored, seed, "we err (\(failure.code): \(failure.message)), NumPy answers")
    }
  }

  private mutating func note(_ stored: StoredStatement, _ seed: Int, _ what: String) {
    disagreements.append("program \(seed): \(stored.text)\n    \(what)")
  }
}
