import AttentionEngine
import CellLanguage

/// Arithmetic in text, with what it comes to when computed from the numbers as they are written.
struct Written {
  /// How tightly it binds.
  enum Level: Int, Comparable {
    case comparison, sum, product, prefix, power, atom

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  let text: String
  let level: Level
  let value: Double

  /// In brackets where it binds less tightly than its place asks for; a leading minus always is, but at the beginning.
  func inside(_ minimum: Level, first: Bool = false) -> String {
    level < minimum || (!first && text.hasPrefix("-")) ? "(\(text))" : text
  }
}

/// Writes arithmetic with names or with numbers.
struct ArithmeticWriter {
  enum Leaves {
    case names
    /// With so many decimals.
    case numbers(digits: Int)
  }

  let leaves: Leaves
  let names: EntryNames
  let notation: Notation
  /// Decimals at least of numbers that no panel shows.
  var ownDigits = 0
  /// How many terms of a sum, or arguments, stand before those in the middle are counted instead.
  var keptTerms = ArithmeticWriter.allTerms

  /// The passes whose values it may take.
  var passes: [Explanation<TracedEntry>.Pass] = []

  /// Those of them that are whole numbers.
  var wholeSteps: Set<Int> = []

  /// Whether numbers among names have no more decimals than others: those of a pass, which stand nowhere in the text.
  var numbersAreRounded = false

  /// Whether everything is reckoned in whole numbers.
  var isWhole = false

  static let allTerms = 1 << 30

  func write(_ arithmetic: Arithmetic<TracedEntry>) -> Written {
    switch arithmetic {
    case .number(let number): return constant(number)
    case .step(let index, let value): return step(index, value)
    case .rest(let count, let value):
      return Written(text: notation.elided(count), level: .atom, value: value)
    case .entry(let entry): return leaf(entry)
    case .negate(let x):
      let x = write(x)
      return Written(text: "-" + x.inside(.product), level: .prefix, value: -x.value)
    case .sum(let terms):
      if case .names = leaves, let product = VectorProduct(terms) {
        return Written(
          text: product.text(names, notation), level: .product,
          value: arithmetic.evaluated(leaf: \.value))
      }
      return sum(terms)
    case .product(let factors): return product(factors)
    case .difference(let a, let b):
      let (a, b) = (write(a), write(b))
      return Written(
        text: "\(a.inside(.sum, first: true)) - \(b.inside(.product))", level: .sum,
        value: a.value - b.value)
    case .quotient(let a, let b):
      let (a, b) = (write(a), write(b))
      return Written(
        text: "\(a.inside(.product, first: true)) / \(b.inside(.power))", level: .product,
        value: a.value / b.value)
    case .power(let a, let b):
      let (a, b) = (write(a), write(b))
      return Written(
        text: notation.power(a.inside(.atom), b.inside(.atom, first: true)), level: .power,
        value: Arithmetic<Double>.power(.number(a.value), .number(b.value)).evaluated { $0 })
    case .call(let name, let arguments): return call(name, arguments)
    }
  }

  // MARK: - Leaves

  private func leaf(_ entry: TracedEntry) -> Written {
    if case .names = leaves, let name = entry.name {
      return Written(
        text: names.entry(name, entry.position), level: .atom, value: entry.value)
    }
    let digits = digits(of: entry)
    switch entry.trace.dtype(names) {
    case .bool: return number(entry.value == 0 ? "False" : "True", entry.value)
    case .int64: return number(ShownNumber.constant(entry.value, digits: digits), entry.value)
    case .float64: break
    }
    if isWhole { return number(ShownNumber.constant(entry.value, digits: digits), entry.value) }
    if entry.trace.isInput {
      if entry.position.isEmpty { return constant(entry.value) }
      let most = if case .names = leaves { writtenDigits } else { digits }
      return number(ShownNumber.written(entry.value, digits: most), entry.value)
    }
    return number(ShownNumber.computed(entry.value, digits: digits), entry.value)
  }

  /// As many decimals as its own panel shows, or more.
  private func digits(of entry: TracedEntry) -> Int {
    max(digits, entry.name.flatMap { names.results[$0]?.digits } ?? ownDigits)
  }

  private func constant(_ value: Double) -> Written {
    let text = ShownNumber.constant(value, digits: 6)
    return number(
      Double(text) == value
        ? text : ShownNumber.constant(value, digits: max(writtenDigits, ownDigits)), value)
  }

  /// What was computed on the way, by its name or its value.
  private func step(_ index: Int, _ value: Double) -> Written {
    let pass = passes.indices.contains(index) ? passes[index] : nil
    if case .names = leaves, !numbersAreRounded, let pass {
      return Written(text: names.text(pass.name), level: .atom, value: value)
    }
    if let pass, pass.isConstant { return constant(value) }
    if let pass, pass.isOneOfInputs || wholeSteps.contains(index) {
      return number(ShownNumber.constant(value, digits: max(digits, ownDigits)), value)
    }
    return number(ShownNumber.computed(value, digits: max(digits, ownDigits)), value)
  }

  private func number(_ text: String, _ value: Double) -> Written {
    Written(text: text, level: .atom, value: Double(text) ?? value)
  }

  private var digits: Int {
    if case .numbers(let digits) = leaves { digits } else { 2 }
  }

  /// Among names, a number of the formula stands as it was written there.
  private var writtenDigits: Int {
    if case .numbers(let digits) = leaves { digits } else { numbersAreRounded ? digits : 6 }
  }

  // MARK: - Terms

  /// Terms joined by their signs; those in the middle counted where there are too many.
  private func sum(_ terms: [Arithmetic<TracedEntry>]) -> Written {
    guard !terms.isEmpty else { return Written(text: "0", level: .atom, value: 0) }
    let parts = elided(terms)
    var text = ""
    for part in parts {
      switch part {
      case .written(let term) where text.isEmpty: text = term.inside(.sum, first: true)
      case .written(let term) where term.text.hasPrefix("-") && term.level > .sum:
        text += " - " + term.text.dropFirst()
      case .written(let term): text += " + " + term.inside(.product)
      case .elided(let count, _): text += (text.isEmpty ? "" : " + ") + notation.elided(count)
      }
    }
    let value = parts.reduce(0) { $0 + $1.value }
    if parts.count == 1, case .written(let only) = parts[0] { return only }
    return Written(text: text, level: .sum, value: value)
  }

  private func product(_ factors: [Arithmetic<TracedEntry>]) -> Written {
    let parts = factors.map(write)
    let isNames = if case .names = leaves { true } else { false }
    let sign = isNames ? " \(notation.times) " : notation.times
    let texts = parts.enumerated().map { index, factor in
      let isQuotient = factor.level == .product
      return isQuotient ? "(\(factor.text))" : factor.inside(.prefix, first: index == 0)
    }
    return Written(
      text: texts.joined(separator: sign), level: .product,
      value: parts.reduce(1) { $0 * $1.value })
  }

  private enum Part {
    case written(Written)
    case elided(Int, value: Double)

    var value: Double {
      switch self {
      case .written(let term): term.value
      case .elided(_, let value): value
      }
    }
  }

  /// The first and the last terms, and between them how many more there are and what they come to.
  private func elided(_ terms: [Arithmetic<TracedEntry>]) -> [Part] {
    var rest = 0
    if case .rest(let count, _)? = terms.last { rest = count - 1 }
    guard terms.count > max(keptTerms, 1) + 1 || rest > 0 && keptTerms < terms.count else {
      return terms.map { .written(write($0)) }
    }
    let first = (keptTerms + 1) / 2
    // What isn't spelt out at all stays where it is, at the end.
    let last = rest > 0 ? 0 : keptTerms / 2
    let middle = terms[first..<(terms.count - last)]
    let value = middle.reduce(0) { $0 + $1.evaluated(leaf: \.value) }
    return terms[..<first].map { .written(write($0)) }
      + [.elided(middle.count + rest, value: value)]
      + terms.suffix(last).map { .written(write($0)) }
  }

  // MARK: - Functions

  private func call(_ name: String, _ arguments: [Arithmetic<TracedEntry>]) -> Written {
    let parts = arguments.count > keptTerms + 1 ? [] : arguments.map(write)
    let value =
      parts.isEmpty
      ? Arithmetic.call(name, arguments).evaluated(leaf: \.value)
      : Arithmetic<Double>.call(name, parts.map { .number($0.value) }).evaluated { $0 }
    func written(_ text: String, _ level: Written.Level = .atom) -> Written {
      Written(text: text, level: level, value: value)
    }
    if let sign = Notation.sign(name), parts.count == 2 {
      return written(
        "\(parts[0].inside(.product, first: true)) \(sign) \(parts[1].inside(.product, first: true))",
        .comparison)
    }
    switch name {
    case "exp" where parts.count == 1:
      return written("e^" + parts[0].inside(.prefix, first: true), .power)
    case "sqrt" where parts.count == 1: return root(arguments[0], parts[0])
    case "abs" where parts.count == 1: return written("|\(parts[0].text)|")
    case "logical_not" where parts.count == 1:
      return written("not " + parts[0].inside(.product, first: true), .comparison)
    case "sort" where parts.count > 1: return written(place(parts))
    case "argsort" where parts.count > 1:
      let order = Arithmetic<Double>.call("argsort", parts.map { .number($0.value) })
      let stands = Int(exactly: order.evaluated { $0 }) ?? 0
      return written("place of \(parts[stands + 1].text), \(place(parts))")
    case "pi": return written(notation.ascii ? "pi" : "π")
    default:
      return written("\(Notation.functionName(name))(\(list(arguments, parts)))")
    }
  }

  /// "the 2nd smallest of (3.0, 1.0)": the first part says which, counted from 0.
  private func place(_ parts: [Written]) -> String {
    let number = (Int(exactly: parts[0].value) ?? 0) + 1
    let last = number % 100 / 10 == 1 ? 0 : number % 10
    let ending = last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th"
    return
      "the \(number)\(ending) smallest of (\(parts.dropFirst().map(\.text).joined(separator: ", ")))"
  }

  private func list(_ arguments: [Arithmetic<TracedEntry>], _ parts: [Written]) -> String {
    guard parts.isEmpty, !arguments.isEmpty else {
      return parts.map(\.text).joined(separator: ", ")
    }
    return elided(arguments).map { part in
      switch part {
      case .written(let argument): argument.text
      case .elided(let count, _): notation.elided(count)
      }
    }.joined(separator: ", ")
  }

  /// √2 by name; with numbers what it comes to, with one more decimal than the others have, three at least.
  private func root(_ inside: Arithmetic<TracedEntry>, _ written: Written) -> Written {
    let isNumber =
      switch inside {
      case .number, .entry, .step: true
      default: false
      }
    guard isNumber, case .numbers(let digits) = leaves else {
      return Written(
        text: notation.root(written.text, isAtom: written.level == .atom), level: .atom,
        value: written.value.squareRoot())
    }
    let root = inside.evaluated(leaf: \.value).squareRoot()
    return number(ShownNumber.constant(root, digits: max(3, digits, ownDigits)), root)
  }
}
