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

  @Test(arguments: [ColorDepth.indexed, .direct], roles)
  func textIsReadableOnBlackAndOnWhite(depth: ColorDepth, role: Role) {
    let look = Palette(depth: depth).look(of: Style(role))
    guard look.background == Look.own, look.foreground != Look.own else { return }
    let brightness = luminance(look.foreground, depth)
    // The 256 have no red of middle brightness; its text has a symbol beside it.
    let least = depth == .direct ? 4.45 : 4.2
    #expect(contrast(brightness, 0) >= least)
    #expect(contrast(brightness, 1) >= least)
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
    #expect(seen.count == [.eight: 4, .sixteen: 5, .indexed: 9, .direct: 17][depth])
  }

  @Test func theRampOf256IsThePublishedOne() {
    let palette = Palette(depth: .indexed)
    let steps = stride(from: 0, through: 16, by: 2).map {
      palette.look(of: Style(.ramp($0))).background
    }
    #expect(steps == [53, 24, 30, 36, 42, 114, 120, 191, 227])
  }

  @Test(arguments: [ColorDepth.indexed, .direct])
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
    #expect(palette.look(of: Style(.signed(3))) != palette.look(of: Style(.signed(-3))))
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
