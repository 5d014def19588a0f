import Notebook
import Terminal

extension State {
  /// For how many decimals whole numbers can have room on this screen: nothing moves when one of them gets some.
  func roomForDecimals(_ reading: Reading) -> Int {
    var reading = reading
    reading.keptFields = [:]
    let body = pageBody
    reading.reservedDecimals = 0
    let without = StepPage(reading, body: body, ascii: isASCII)
    let fitting = [Self.mostDecimals, 1].compactMap { decimals -> (decimals: Int, breaks: Int)? in
      reading.reservedDecimals = decimals
      let with = StepPage(reading, body: body, ascii: isASCII)
      let fits =
        with.isWhole
        && max(with.height, with.fullHeight)
          <= max(without.height, without.fullHeight, body.height)
      return fits ? (decimals, with.breaks) : nil
    }
    // Rather for one than that a formula is broken for more.
    let best = fitting.first { $0.breaks <= without.breaks } ?? fitting.first
    return best?.decimals ?? 0
  }

  /// As many as panels show.
  private static let mostDecimals = 12
}
