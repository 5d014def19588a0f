extension ClaimReader {
  /// Reads what stands behind a code span.
  struct Cursor {
    private let characters: [Character]
    private(set) var index: Int

    init(_ characters: [Character], at index: Int) {
      self.characters = characters
      self.index = index
    }

    var peek: Character? { characters.indices.contains(index) ? characters[index] : nil }

    private mutating func take(_ character: Character) -> Bool {
      guard peek == character else { return false }
      index += 1
      return true
    }

    mutating func skipBlanks() {
      while peek?.isWhitespace == true { index += 1 }
    }

    mutating func takeWord() -> String {
      var word = ""
      while let letter = peek, letter.isLetter {
        word.append(letter)
        index += 1
      }
      return word.lowercased()
    }

    enum Verb {
      case equals, roughly, means

      var isSign: Bool { self != .means }
    }

    /// `=`, `≈` or `is`
    mutating func takeVerb() -> Verb? {
      if take("=") { return .equals }
      if take("≈") { return .roughly }
      return takeWord() == "is" ? .means : nil
    }

    /// `-0.23`, `1/3`, `(1, 0.5)` or `3×2`; nil where a digit belongs to more than that.
    mutating func takeNumber() -> Claim.Number? {
      if take("(") {
        var numbers: [Claim.Written] = []
        repeat {
          skipBlanks()
          guard let number = takeWritten() else { return nil }
          numbers.append(number)
          skipBlanks()
        } while take(",")
        return take(")") && numbers.count > 1 ? .numbers(numbers) : nil
      }
      guard let first = takeWritten() else { return nil }
      guard peek == "×" else { return .numbers([first]) }
      var sizes = [first]
      while take("×") {
        guard let next = takeWritten() else { return nil }
        sizes.append(next)
      }
      let shape = sizes.compactMap { $0.decimals == 0 ? Int(exactly: $0.value) : nil }
      return shape.count == sizes.count && shape.allSatisfy { $0 >= 0 } ? .shape(shape) : nil
    }

    private mutating func takeWritten() -> Claim.Written? {
      let isNegative = take("-") || take("−")
      guard let (number, decimals) = takeDecimal() else { return nil }
      var value = number
      var shown = decimals
      if peek == "/" {
        index += 1
        guard let (divisor, _) = takeDecimal(), divisor != 0 else { return nil }
        value /= divisor
        // A fraction is exact.
        shown = 12
      }
      return Claim.Written(value: isNegative ? -value : value, decimals: shown)
    }

    private mutating func takeDecimal() -> (value: Double, decimals: Int)? {
      let whole = takeDigits()
      guard !whole.isEmpty, whole.count <= 15 else { return nil }
      let mark = index
      guard take(".") else { return Double(whole).map { ($0, 0) } }
      let fraction = takeDigits()
      if fraction.isEmpty {
        // The point ends the sentence.
        index = mark
        return Double(whole).map { ($0, 0) }
      }
      return fraction.count > 12 ? nil : Double(whole + "." + fraction).map { ($0, fraction.count) }
    }

    private mutating func takeDigits() -> String {
      var digits = ""
      while let digit = peek, ("0"..."9").contains(digit) {
        digits.append(digit)
        index += 1
      }
      return digits
    }
  }
}
