import Testing

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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

  @Test func theRampOf256IsThePublishedOne() {
    let palette = Palette(depth: .indexed)
    let steps = stride(from: 0, through: 16, by: 2).map {
      palette.look(of: Style(.ramp($0))).background
    }
    #expect(steps == [53, 24, 30, 36, 42, 114, 120, 191, 227])
  }

  /// Viridis goes from L* 15 to 91, by some 4.8 a step.
  @Test func theRampOfDirectColorRisesEvenly() {
    let palette = Palette(depth: .direct)
    let steps = (0...16).map { lab(palette.look(of: Style(.ramp($0))).background).lightness }
    for (low, high) in zip(steps, steps.dropFirst()) { #expect((3.8...6.4).contains(high - low)) }
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

  @Test func theSignedScaleOfDirectColorIsEvenAndTheSameOnBothSides() {
    let palette = Palette(depth: .direct)
    func lightness(_ level: Int) -> Double {
      lab(palette.look(of: Style(.signed(level))).background).lightness
    }
    for level in 1...8 {
      #expect(abs(lightness(level) - lightness(-level)) < 0.5)
      #expect((7.5...9).contains(lightness(level - 1) - lightness(level)))
    }
  }

  /// A difference of 10 is seen at a glance; to these eyes the two signs of a size differ by more than 25.
  @Test(arguments: [ColorDepth.indexed, .direct], ColorBlindness.allCases)
  func signsAreToldApartWithoutRedOrGreenCones(depth: ColorDepth, blindness: ColorBlindness) {
    let palette = Palette(depth: depth)
    for level in 2...8 {
      let sides = [level, -level].map {
        let color = palette.look(of: Style(.signed($0))).background
        return lab(depth == .direct ? color : xterm(color), seenWith: blindness)
      }
      #expect(sides[0].distance(to: sides[1]) > 25, "\(level)")
    }
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

/// WCAG 2.1, "contrast ratio".
private func contrast(_ first: Double, _ second: Double) -> Double {
  (max(first, second) + 0.05) / (min(first, second) + 0.05)
}

/// WCAG 2.1, "relative luminance", of a colour as xterm shows it.
private func luminance(_ color: Int, _ depth: ColorDepth) -> Double {
  let rgb = depth == .direct ? color : xterm(color)
  func linear(_ shift: Int) -> Double {
    let value = Double((rgb >> shift) & 0xFF) / 255
    return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
}

private func xterm(_ index: Int) -> Int {
  let first = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
  if index < 16 { return first[index] }
  if index >= 232 { return (8 + 10 * (index - 232)) * 0x010101 }
  let steps = [0, 95, 135, 175, 215, 255]
  let cube = index - 16
  return steps[cube / 36] << 16 | steps[cube / 6 % 6] << 8 | steps[cube % 6]
}

/// Eyes without red or green cones, simulated as in Viénot, Brettel and Mollon (1999).
enum ColorBlindness: CaseIterable { case protanopia, deuteranopia }

/// A colour in CIELAB (CIE 1976, white D65).
private struct Lab {
  let lightness: Double
  let a: Double
  let b: Double

  func distance(to other: Lab) -> Double {
    let parts = [lightness - other.lightness, a - other.a, b - other.b]
    return parts.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}

private func lab(_ rgb: Int, seenWith blindness: ColorBlindness? = nil) -> Lab {
  func linear(_ shift: Int) -> Double {
    let value = Double((rgb >> shift) & 0xFF) / 255
    return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
  var color = [linear(16), linear(8), linear(0)]
  if let blindness { color = seen(color, blindness) }
  let xyz = product(
    [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
      [0.0193339, 0.1191920, 0.9503041],
    ], color)
  func f(_ t: Double) -> Double { t > 0.008856 ? pow(t, 1.0 / 3) : 7.787 * t + 16.0 / 116 }
  let (x, y, z) = (f(xyz[0] / 0.95047), f(xyz[1]), f(xyz[2] / 1.08883))
  return Lab(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
}

private func seen(_ rgb: [Double], _ blindness: ColorBlindness) -> [Double] {
  var cones = product(
    [
      [17.8824, 43.5161, 4.11935], [3.45565, 27.1554, 3.86714], [0.0299566, 0.184309, 1.46709],
    ], rgb)
  switch blindness {
  case .protanopia: cones[0] = 2.02344 * cones[1] - 2.52581 * cones[2]
  case .deuteranopia: cones[1] = 0.494207 * cones[0] + 1.24827 * cones[2]
  }
  return product(
    [
      [0.0809444479, -0.130504409, 0.116721066], [-0.0102485335, 0.0540193266, -0.113614708],
      [-0.000365296938, -0.00412161469, 0.693511405],
    ], cones)
}

private func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
  matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
}
