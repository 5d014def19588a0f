/// The shades of a heatmap beside its colours, from little to much.
enum Shade {
  static let symbols = [" ", "░", "▒", "▓", "█"]

  /// The symbol for a share of the largest value, 0 to 1.
  static func symbol(_ share: Double) -> String {
    symbols[level(share, of: symbols.count - 1)]
  }

  /// A share as a whole number from 0 to `top`; what is no number counts as 0.
  static func level(_ share: Double, of top: Int) -> Int {
    guard share > 0 else { return 0 }
    return share >= 1 ? top : Int(exactly: (share * Double(top)).rounded()) ?? 0
  }
}
