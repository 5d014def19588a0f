import Testing

@testable import Terminal

struct PaletteTests {
  private static let roles: [Role] = [
    .text, .dim, .label, .heading, .title, .emphasis, .strong, .code, .math, .live, .link, .rule,
    .footerKey, .footerText, .input, .focus, .tookPart, .changed, .success, .failure, .warning,
    .editing, .selection,
  ]
  private static let shades: [Role] =
    (-1...17).map { .ramp($0) } + (-9...9).map { .signed($0) }

  /// A name in prose may be a word: it is told from one wherever its colour doesn't tell it.
  @Test(arguments: [ColorDepth.none, .eight, .sixteen])
  func namesAreToldFromWords(depth: ColorDepth) {
    for theme in [Theme.automatic, .dark, .light] {
      let palette = Palette(depth: depth, theme: theme)
      #expect(palette.look(of: Style(.code)).bold)
      #expect(!palette.look(of: Style(.text)).bold)
    }
  }

  /// What is underlined where colours say little can be edited or opened; a stressed word is neither.
  @Test(arguments: [ColorDepth.none, .eight, .sixteen])
  func aStressedWordIsNoInput(depth: ColorDepth) {
    let palette = Palette(depth: depth)
    #expect(palette.look(of: Style(.emphasis)).bold)
    #expect(!palette.look(of: Style(.emphasis)).underline)
    #expect(palette.look(of: Style(.input)).underline)
    #expect(palette.look(of: Style(.link)).underline)
  }

  /// The symbol of a shade is seen where there are no colours or too few, and elsewhere the colour alone.
  @Test(arguments: [ColorDepth.none, .eight, .sixteen, .indexed, .direct])
  func symbolsOfShadesAreSeenWithoutColoursAlone(depth: ColorDepth) {
    let palette = Palette(depth: depth)
    for (symbol, shade) in [(Role.rampSymbol(9), Role.ramp(9)), (.signedSymbol(-3), .signed(-3))] {
      let look = palette.look(of: Style(symbol))
      #expect(look.background == palette.look(of: Style(shade)).background)
      #expect(
        (look.foreground == look.background) == (depth != .eight || symbol == .rampSymbol(9)))
      #expect((look.background == Look.own) == (depth == .none))
    }
  }

  @Test(arguments: [ColorDepth.indexed, .direct], roles)
  func textIsReadableOnBlackAndOnWhite(depth: ColorDepth, role: Role) {
    let look = Palette(depth: depth).look(of: Style(role))
    guard look.background == Look.own, look.foreground != Look.own else { return }
    let brightness = luminance(look.foreground, depth)
    #expect(contrast(brightness, 0) >= 4.5)
    #expect(contrast(brightness, 1) >= 4.5)
  }

  @Test(arguments: [ColorDepth.indexed, .direct], roles)
  func aThemeHasMoreContrastOnItsBackground(depth: ColorDepth, role: Role) {
    for (theme, background, least) in [(Theme.dark, 0.0, 7.0), (.light, 1, 5.5)] {
      let look = Palette(depth: depth, theme: theme).look(of: Style(role))
      guard look.background == Look.own, look.foreground != Look.own else { continue }
      #expect(contrast(luminance(look.foreground, depth), background) >= least, "\(theme)")
    }
  }

  /// Of the colours that the reader's palette decides, those that are readable there in xterm's.
  @Test(arguments: [ColorDepth.eight, .sixteen], roles)
  func aThemeOfFewColorsIsReadable(depth: ColorDepth, role: Role) {
    for (theme, background) in [(Theme.dark, 0.0), (.light, 1)] {
      let look = Palette(depth: depth, theme: theme).look(of: Style(role))
      guard look.background == Look.own, look.foreground != Look.own else { continue }
      #expect(contrast(luminance(look.foreground, depth), background) >= 3.5, "\(theme)")
    }
  }

  @Test(arguments: [Theme.dark, .light], ColorDepth.allCases)
  func aThemeTellsApartWhatMustBe(theme: Theme, depth: ColorDepth) {
    let palette = Palette(depth: depth, theme: theme)
    let looks = [Role.text, .input, .focus, .tookPart, .editing, .selection, .changed].map {
      palette.look(of: Style($0))
    }
    #expect(Set(looks).count == looks.count)
  }

  @Test(arguments: [ColorDepth.eight, .sixteen, .indexed, .direct], roles + shades)
  func whatHasABackgroundIsReadableOnIt(depth: ColorDepth, role: Role) {
    let look = Palette(depth: depth).look(of: Style(role))
    guard look.background != Look.own else { return }
    #expect(look.foreground != Look.own)
    #expect(
      contrast(luminance(look.foreground, depth), luminance(look.background, depth)) >= 4.5)
  }

  @Test(arguments: [ColorDepth.eight, .sixteen, .indexed, .direct])
  func theRampRises(depth: ColorDepth) {
    let palette = Palette(depth: depth)
    let steps = (0...16).map { palette.look(of: Style(.ramp($0))).background }
    var seen: [Int] = []
    for step in steps where seen.last != step { seen.append(step) }
    let brightness = seen.map { luminance($0, depth) }
    #expect(zip(brightness, brightness.dropFirst()).allSatisfy { $0 < $1 })
    #expect(seen.count == [.eight: 5, .sixteen: 5, .indexed: 9, .direct: 17][depth])
  }

  /// The five that a legend shows.
  @Test(arguments: [ColorDepth.eight, .sixteen, .indexed, .direct])
  func quartersOfTheRampDiffer(depth: ColorDepth) {
    let palette = Palette(depth: depth)
    let seen = [0, 4, 8, 12, 16].map { palette.look(of: Style(.ramp($0))).background }
    #expect(Set(seen).count == 5)
  }

  @Test(arguments: [ColorDepth.eight, .sixteen, .indexed, .direct])
  func theSignedScaleDarkensToBothSides(depth: ColorDepth) {
    let palette = Palette(depth: depth)
    func brightness(_ level: Int) -> Double {
      luminance(palette.look(of: Style(.signed(level))).background, depth)
    }
    for level in 0..<8 {
      #expect(brightness(level) >= brightness(level + 1))
      #expect(brightness(-level) >= brightness(-level - 1))
    }
    #expect(brightness(0) > brightness(8))
    #expect(brightness(0) > brightness(-8))
    let shades = Set((-8...8).map { palette.look(of: Style(.signed($0))).background })
    #expect(shades.count == [.eight: 3, .sixteen: 5, .indexed: 9, .direct: 17][depth])
  }

  @Test(arguments: [ColorDepth.eight, .sixteen, .indexed, .direct], shades)
  func theFocusIsNoShade(depth: ColorDepth, role: Role) {
    let palette = Palette(depth: depth)
    #expect(
      palette.look(of: Style(.focus)).background != palette.look(of: Style(role)).background)
  }

  @Test(arguments: ColorDepth.allCases)
  func whatMustBeToldApartIs(depth: ColorDepth) {
    let palette = Palette(depth: depth)
    let looks = [Role.text, .input, .focus, .tookPart, .editing, .selection, .changed].map {
      palette.look(of: Style($0))
    }
    #expect(Set(looks).count == looks.count)
  }

  @Test func noColorMeansNone() {
    let palette = Palette(depth: .none)
    for role in Self.roles + Self.shades {
      let look = palette.look(of: Style(role, bold: true, underline: true))
      #expect(look.foreground == Look.own && look.background == Look.own)
      #expect(look.bold && look.underline)
    }
  }

  @Test(arguments: [
    (ColorChoice.automatic, nil, ColorDepth.indexed), (.automatic, "", .indexed),
    (.automatic, "0", .none), (.always, "1", .indexed), (.never, nil, .none),
    (.sixteen, "1", .sixteen), (.eight, nil, .eight), (.indexed, nil, .indexed),
  ])
  func choices(choice: ColorChoice, noColor: String?, depth: ColorDepth) {
    #expect(choice.depth(offered: .indexed, noColor: noColor) == depth)
  }

  @Test(arguments: [
    (0, false, ColorDepth.none), (-1, false, .none), (8, false, .eight), (16, false, .sixteen),
    (88, false, .sixteen), (256, false, .indexed), (1 << 24, true, .direct),
    (1 << 24, false, .indexed),
  ])
  func depths(colors: Int, hasDirectColor: Bool, depth: ColorDepth) {
    #expect(ColorDepth(colors: colors, hasDirectColor: hasDirectColor) == depth)
  }
}
