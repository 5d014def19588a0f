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
    return [Self.mostDecimals, 1].first { decimals in
      reading.reservedDecimals = decimals
      let with = StepPage(reading, body: body, ascii: isASCII)
      return with.isWhole && with.breaks <= without.breaks
        && max(with.height, with.fullHeight)
          <= max(without.height, without.fullHeight, body.height)
    } ?? 0
  }

  /// As many as panels show.
  private static let mostDecimals = 12
}
