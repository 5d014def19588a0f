import Testing

@testable import Terminal

/// What tells the lines of a plot apart, and signed numbers where there are few colours.
@Suite struct PaletteLinesTests {
  /// With three colours for signed numbers the symbols of their sizes are seen, else the colours alone.
  @Test(arguments: [-8, -3, 3, 8])
  func symbolsOfSignedNumbers(level: Int) {
    let few = Palette(depth: .eight).look(of: Style(.signedSymbol(level)))
    #expect(few.foreground != few.background)
    let many = Palette(depth: .direct).look(of: Style(.signedSymbol(level)))
    #expect(many.foreground == many.background)
  }

  /// Neighbouring lines of a plot never look alike where there are colours.
  @Test("lines of a plot", arguments: [ColorDepth.eight, .sixteen, .indexed, .direct])
  func series(depth: ColorDepth) {
    for theme in [Theme.automatic, .dark, .light] {
      let looks = (0...6).map { Palette(depth: depth, theme: theme).look(of: Style(.series($0))) }
      for (one, next) in zip(looks, looks.dropFirst()) { #expect(one != next) }
    }
    #expect(Palette(depth: .none).look(of: Style(.series(1))) == Look())
  }
}
