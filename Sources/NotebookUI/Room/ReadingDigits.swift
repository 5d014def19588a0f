import AttentionEngine
import CellLanguage
package import Notebook

/// With how many decimals numbers are shown.
extension Reading {
  /// As the reader has chosen, else as the lesson says, else no more than the entries need.
  package func digits(of panel: Panel) -> Int {
    if let chosen = digits[panel.id] { return chosen }
    let usual = panel.options.digits
    guard isSparing, panel.options.ownDigits == nil, case .array(let array) = panel.content,
      array.dtype == .float64
    else { return usual }
    // What a number is compared with is written like it.
    let numbers = array.tensor.entries + (pinnedEntries(of: panel) ?? [])
    return Self.fewestDigits(of: numbers, most: usual)
  }

  /// The most that `digits(of:)` comes to without being asked for more; nil where it is always the same.
  func widestDigits(of panel: Panel) -> Int? {
    isSparing && digits[panel.id] == nil ? panel.options.digits : nil
  }

  /// As few decimals as leave nothing of the numbers out that `most` decimals would show.
  private static func fewestDigits(of numbers: [Double], most: Int) -> Int {
    let full = MatrixNumbers(for: numbers, digits: most)
    guard full.notation == .fixed else { return most }
    return numbers.reduce(0) { digits, number in
      guard digits < most, number.isFinite else { return digits }
      let decimals = full.text(number).split(separator: ".").dropFirst().first ?? ""
      // A third must not look like 0.3 exactly, nor what is nearly 1 like 1.
      let isExact = Double(full.text(number)).map { abs($0 - number) < 1e-9 } ?? false
      let needed = isExact ? decimals.reversed().drop { $0 == "0" }.count : most
      return max(digits, needed)
    }
  }
}
