/// The colours of a theme: those for text on the terminal's own background, and those for backgrounds of ours, which are
/// the same in every theme because they bring their foreground with them.
struct Hues: Hashable, Sendable {
  var grey, blue, violet, teal, orange, green, red: Int
  var black, white, amber, sky, cream, navy: Int

  static func indexed(_ theme: Theme) -> Hues {
    // Of the 256, only six keep 4.5 to 1 against both black and white: 29, 63, 98, 131, 163 and the grey 243.
    var hues = Hues(
      grey: 243, blue: 63, violet: 98, teal: 29, orange: 163, green: 29, red: 131,
      black: 16, white: 231, amber: 214, sky: 153, cream: 229, navy: 25)
    switch theme {
    case .automatic: break
    case .dark: hues.setText(248, 75, 177, 80, 215, 114, 210)
    case .light: hues.setText(240, 25, 91, 23, 94, 22, 124)
    }
    return hues
  }

  /// As good as black. Terminals with direct colour take the numbers 0 to 7 for the reader's palette, where black may be
  /// anything, and bold black grey.
  static let black = 0x000008

  static func direct(_ theme: Theme) -> Hues {
    var hues = Hues(
      grey: 0x757575, blue: 0x3275D6, violet: 0x8A5DD2, teal: 0x008484, orange: 0xB06000,
      green: 0x00865A, red: 0xD9305C, black: black, white: 0xFFFFFF, amber: 0xFFB000,
      sky: 0xA8D8FF, cream: 0xFFF3B0, navy: 0x0F5499)
    switch theme {
    case .automatic: break
    case .dark:
      hues.setText(0xA8A8A8, 0x6CB6FF, 0xC79BFF, 0x5FD7D7, 0xFFAF5F, 0x7FDB9A, 0xFF8FA0)
    case .light:
      hues.setText(0x555555, 0x1A4FA0, 0x6B2FB3, 0x005F5F, 0x7A4300, 0x005C3A, 0xA31545)
    }
    return hues
  }

  private mutating func setText(
    _ grey: Int, _ blue: Int, _ violet: Int, _ teal: Int, _ orange: Int, _ green: Int, _ red: Int
  ) {
    self.grey = grey
    self.blue = blue
    self.violet = violet
    self.teal = teal
    self.orange = orange
    self.green = green
    self.red = red
  }
}
