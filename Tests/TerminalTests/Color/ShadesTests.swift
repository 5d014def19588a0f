import Testing

@testable import Terminal

/// The scales of heatmaps as they are seen.
struct ShadesTests {
  /// Viridis goes from L* 15 to 91, by some 4.8 a step.
  @Test func theRampOfDirectColorRisesEvenly() {
    let palette = Palette(depth: .direct)
    let steps = (0...16).map { lab(palette.look(of: Style(.ramp($0))).background).lightness }
    for (low, high) in zip(steps, steps.dropFirst()) { #expect((3.8...6.4).contains(high - low)) }
  }

  /// From L* 24 to 98: 9.2 a step at an average.
  @Test func theRampOf256RisesEvenly() {
    let palette = Palette(depth: .indexed)
    let steps = stride(from: 0, through: 16, by: 2).map {
      lab(xterm(palette.look(of: Style(.ramp($0))).background)).lightness
    }
    for (low, high) in zip(steps, steps.dropFirst()) { #expect((7.9...10.5).contains(high - low)) }
  }

  /// From L* 100 to 43.
  @Test func theSignedScaleOf256IsEvenAndTheSameOnBothSides() {
    let palette = Palette(depth: .indexed)
    func lightness(_ level: Int) -> Double {
      lab(xterm(palette.look(of: Style(.signed(level))).background)).lightness
    }
    for level in 1...8 { #expect(abs(lightness(level) - lightness(-level)) < 1, "\(level)") }
    for side in [-1, 1] {
      for level in [2, 4, 6, 8] {
        let step = lightness(side * (level - 2)) - lightness(side * level)
        #expect((12...16.2).contains(step), "\(side * level)")
      }
    }
  }

  /// Equal sizes of either sign take equally strong shades, however few there are.
  @Test(arguments: [
    (ColorDepth.eight, [1, 1, 1, 1, 1, 1, 0, 0, 0]), (.sixteen, [2, 2, 2, 1, 1, 1, 1, 0, 0]),
    (.indexed, [4, 4, 3, 3, 2, 2, 1, 1, 0]),
  ])
  func signedLevelsAreSharedEvenly(depth: ColorDepth, strengths: [Int]) {
    var shades: [Shade] = []
    for level in -8...8 {
      if let shade = Shades.signed(level, depth), shades.last != shade { shades.append(shade) }
    }
    let middle = shades.count / 2
    for (level, strength) in zip((0...8).reversed(), strengths) {
      #expect(Shades.signed(level, depth) == shades[middle + strength], "\(level)")
      #expect(Shades.signed(-level, depth) == shades[middle - strength], "\(-level)")
    }
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
}
