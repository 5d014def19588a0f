import AttentionEngine
import CellLanguage

extension ExplainStages {
  /// More leaves than these are never all written.
  static let writtenLeaves = 64
  private static let formulaLength = 60

  /// Whether it is a step in which the maximum is taken off.
  var isShifted: Bool { subject.isEmpty && arithmetic.shift != nil }

  var leafCount: Int {
    var count = 0
    arithmetic.forEachLeaf { _ in count += 1 }
    arithmetic.forEachStep { _ in count += 1 }
    return count
  }

  /// With names, where that is short and says something that the numbers don't.
  var formula: String? {
    guard hasFormula else { return nil }
    var hasNames = false
    arithmetic.forEachLeaf { if $0.name != nil { hasNames = true } }
    let text = hasNames ? writer(.names, 8).write(arithmetic).text : ""
    return hasNames && text.count <= Self.formulaLength ? text : nil
  }

  func numbers(_ terms: Terms, digits: Int) -> String? {
    switch (terms, arithmetic) {
    case (.none, _), (_, .number), (_, .entry), (_, .rest), (_, .step): nil
    case (.all, .call("sqrt", let inside)) where inside.count == 1 && inside[0].isNumber:
      rootOfNumber(inside[0])
    case (.all, _):
      writer(.numbers(digits: digits), ArithmeticWriter.allTerms).write(arithmetic).text
    case (.reckoned, _) where isExponential && !reckonsExponents: nil
    case (.reckoned, _):
      arithmetic.withFactorsReckoned(names).map {
        writer(.numbers(digits: self.digits(for: $0)), ArithmeticWriter.allTerms).write($0).text
      }
    case (.addends, _): share(spellingOut: true)
    case (.total, _): share(spellingOut: false)
    case (.kept(let count), _): writer(.numbers(digits: digits), count).write(arithmetic).text
    }
  }

  /// `e^(0.71 - 0.71) / (0.49 + 1.00 + 1.00)`, or with the sum alone, where that comes out with the decimals of
  /// `1.00 / 2.49`.
  private func share(spellingOut: Bool) -> String? {
    guard isExponential, case .quotient(let above, let below) = arithmetic,
      let places = sharePlaces(spellingOut: spellingOut)
    else { return nil }
    let total = reckoned(below, places)
    guard let divisor = Double(total), !divisor.isNaN else { return nil }
    let shares = (fewestDigits...(self.digits + Self.moreDigits)).lazy.map {
      writer(.numbers(digits: $0), Self.writtenLeaves).write(above)
    }
    guard let enough = shares.first(where: { show($0.value / divisor) == value }) else {
      return nil
    }
    let share = enough.inside(.product, first: true)
    guard spellingOut, case .sum(let terms) = below else { return "\(share) / \(total)" }
    return "\(share) / (\(terms.map { reckoned($0, places) }.joined(separator: " + ")))"
  }

  /// The decimals with which a quotient gives the shown entry and, where its divisor is spelt out, that its sum.
  private func sharePlaces(spellingOut: Bool) -> Int? {
    guard let fewest = reducedDigits, spellingOut else { return reducedDigits }
    guard case .quotient(_, let below) = arithmetic, case .sum(let terms) = below,
      (2...Self.writtenLeaves).contains(terms.count)
    else { return nil }
    return (fewest...(fewest + 3)).first { places in
      let sum = terms.reduce(0) { $0 + (Double(reckoned($1, places)) ?? .nan) }
      return ShownNumber.computed(sum, digits: places) == reckoned(below, places)
    }
  }

  /// √2.00, where there is nothing else to reckon.
  private func rootOfNumber(_ number: Arithmetic<TracedEntry>) -> String {
    let written = { (digits: Int) in
      writer(.numbers(digits: digits), ArithmeticWriter.allTerms).write(number)
    }
    let enough = (fewestDigits...(digits + 3)).lazy.map(written).first {
      show($0.value.squareRoot()) == value
    }
    return notation.root((enough ?? written(digits + 1)).text, isAtom: true)
  }

  /// The fewest decimals from which one arrives at the shown entry.
  var numberDigits: Int {
    leafCount <= 4 * Self.writtenLeaves ? digits(for: arithmetic) : digits + 1
  }

  private func digits(for arithmetic: Arithmetic<TracedEntry>) -> Int {
    let enough = (fewestDigits...(digits + Self.moreDigits)).first {
      show(writer(.numbers(digits: $0), ArithmeticWriter.allTerms).write(arithmetic).value) == value
    }
    return enough ?? digits + 1
  }

  /// A difference quotient takes that many more than what it comes to.
  private static let moreDigits = 5

  /// Those that the panels show of what took part.
  private var fewestDigits: Int {
    var fewest = digits
    arithmetic.forEachLeaf { entry in
      if let own = entry.name.flatMap({ names.results[$0]?.digits }) { fewest = min(fewest, own) }
    }
    return fewest
  }

  /// A quotient with both its sides reckoned up, where they are more than a number.
  func reduced(_ terms: Terms) -> String? {
    guard case .quotient(let a, let b) = arithmetic else { return nil }
    switch terms {
    case .all, .reckoned: if !isExponential { return nil }
    case .none: if isExponential { return nil }
    case .kept, .addends, .total: break
    }
    let isSpelt = if case .addends = terms { true } else { false }
    let places = sharePlaces(spellingOut: isSpelt) ?? digits + 1
    return "\(reckoned(a, places)) / \(reckoned(b, places))"
  }

  /// The decimals with which the two sides of a quotient give the shown entry.
  private var reducedDigits: Int? {
    guard case .quotient(let a, let b) = arithmetic else { return nil }
    return (digits...(digits + 3)).first { digits in
      let (above, below) = (Double(reckoned(a, digits)), Double(reckoned(b, digits)))
      return show((above ?? .nan) / (below ?? .nan)) == value
    }
  }

  /// A sum of powers and the like, each reckoned up: `1.00 + 0.49 + 1.00`.
  var reckonedTerms: String? {
    guard case .sum(let terms) = arithmetic, terms.count <= Self.writtenLeaves,
      terms.contains(where: { if case .call = $0 { true } else { false } })
    else { return nil }
    let written = { (digits: Int) in terms.map { reckoned($0, digits) } }
    let enough = (digits...(digits + 3)).lazy.map(written).first { texts in
      show(texts.reduce(0) { $0 + (Double($1) ?? .nan) }) == value
    }
    return (enough ?? written(digits + 1)).joined(separator: " + ")
  }

  private func reckoned(_ side: Arithmetic<TracedEntry>, _ digits: Int) -> String {
    if case .number(let number) = side { return ShownNumber.constant(number, digits: digits) }
    let value = side.evaluated(leaf: \.value)
    return side.isWhole(names, steps: wholeSteps)
      ? ShownNumber.constant(value, digits: digits)
      : ShownNumber.computed(value, digits: digits)
  }
}

extension ShownNumber {
  /// How the entries of an array of this kind are written in its matrix.
  static func entries(
    of trace: Trace, digits: Int, dtype: DType
  ) -> (Double) -> String {
    let numbers = MatrixNumbers(for: trace.value.entries, digits: trace.decimals(digits))
    return { value in
      switch dtype {
      case .bool: value == 0 ? "False" : "True"
      case .int64: Int(exactly: value).map(String.init) ?? numbers.text(value)
      case .float64: numbers.text(value)
      }
    }
  }
}

extension Arithmetic {
  fileprivate var isNumber: Bool {
    switch self {
    case .number, .entry, .step: true
    default: false
    }
  }
}
