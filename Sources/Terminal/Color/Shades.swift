/// A background with the foreground that is read on it.
struct Shade: Hashable, Sendable {
  let foreground: Int
  let background: Int
}

/// The two scales of heatmaps: one for sizes, one for signed values. Both are told apart by the common forms of colour
/// blindness, and the numbers stand on them.
enum Shades {
  /// - Parameter level: 0 the lowest to 16 the highest; what is beyond counts as the end.
  static func ramp(_ level: Int, _ depth: ColorDepth) -> Shade? {
    let level = min(max(level, 0), 16)
    switch depth {
    case .none: return nil
    case .eight: return fewSteps[level * 5 / 17]
    case .sixteen: return moreSteps[level * 5 / 17]
    case .indexed: return ramp256[level / 2]
    case .direct: return direct(between(viridis, level))
    }
  }

  /// - Parameter level: −8 to 8; what is beyond counts as the end. Equal sizes are equally far from the middle.
  static func signed(_ level: Int, _ depth: ColorDepth) -> Shade? {
    let level = min(max(level, -8), 8)
    /// As many equal parts as there are shades, an odd number.
    func place(of shades: Int) -> Int {
      let size = (2 * abs(level) * shades + 17) / 34
      return shades / 2 + (level < 0 ? -size : size)
    }
    switch depth {
    case .none: return nil
    case .eight: return fewSigned[place(of: 3)]
    case .sixteen: return moreSigned[place(of: 5)]
    case .indexed: return signed256[place(of: 9)]
    case .direct: return direct(level < 0 ? blues[-level] : oranges[level])
    }
  }

  private static let fewSteps = [
    Shade(foreground: 7, background: 0), Shade(foreground: 7, background: 4),
    Shade(foreground: 0, background: 2), Shade(foreground: 0, background: 6),
    Shade(foreground: 0, background: 7),
  ]

  private static let moreSteps = [
    Shade(foreground: 15, background: 0), Shade(foreground: 15, background: 4),
    Shade(foreground: 0, background: 6), Shade(foreground: 0, background: 14),
    Shade(foreground: 0, background: 15),
  ]

  /// From violet over blue and green to yellow among the 240 that are the same everywhere: L* (CIELAB, D65) rises from 24 to
  /// 98 by 8.0 to 10.4 a step. Viridis itself has no such neighbours there.
  private static let ramp256 =
    [54, 56, 93].map { Shade(foreground: 231, background: $0) }
    + [98, 104, 74, 44, 48, 228].map { Shade(foreground: 16, background: $0) }

  /// Blue and red: yellow is that of the focus.
  private static let fewSigned = [
    Shade(foreground: 7, background: 4), Shade(foreground: 0, background: 7),
    Shade(foreground: 7, background: 1),
  ]

  private static let moreSigned = [
    Shade(foreground: 15, background: 4), Shade(foreground: 0, background: 14),
    Shade(foreground: 0, background: 15), Shade(foreground: 0, background: 11),
    Shade(foreground: 15, background: 1),
  ]

  /// Hues of 290° and 84°, from white down to L* 43 by 12 to 16 a step; the two of a size differ by less than 1.
  private static let signed256 =
    [26].map { Shade(foreground: 231, background: $0) }
    + [69, 147, 189, 231, 222, 179, 136].map { Shade(foreground: 16, background: $0) }
    + [94].map { Shade(foreground: 231, background: $0) }

  /// Viridis (van der Walt and Smith, 2015) at its eighths.
  private static let viridis = [
    0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725,
  ]

  /// From near white to a dark blue and a dark orange, computed in CIELAB: hues of 268° and 62°, from L* 97 down to 32 in
  /// equal steps, so that equal sizes of either sign are equally dark.
  private static let blues = [
    0xF6F6F6, 0xD1E0F9, 0xA9CBF9, 0x7FB6F5, 0x50A1EC, 0x018DDE, 0x0377BD, 0x00639E, 0x024F7F,
  ]
  private static let oranges = [
    0xF6F6F6, 0xFBD9C1, 0xF9BC90, 0xEFA063, 0xE0873B, 0xCD6F15, 0xB25C00, 0x944B00, 0x773B00,
  ]

  private static func direct(_ background: Int) -> Shade {
    // As bright as the grey on which black and white are read equally well.
    Shade(foreground: luminance(background) < 0.179 ? 0xFFFFFF : Hues.black, background: background)
  }

  /// A colour of nine, or half way between two of them.
  private static func between(_ colors: [Int], _ level: Int) -> Int {
    let low = colors[level / 2]
    let high = colors[(level + 1) / 2]
    var mixed = 0
    for shift in [16, 8, 0] {
      let sum = ((low >> shift) & 0xFF) + ((high >> shift) & 0xFF)
      mixed |= (sum / 2) << shift
    }
    return mixed
  }

  /// Relative luminance (WCAG 2.1), 0 for black to 1 for white, by a cubic that is close to the curve of sRGB: it only has
  /// to tell bright from dark.
  private static func luminance(_ color: Int) -> Double {
    func linear(_ shift: Int) -> Double {
      let value = Double((color >> shift) & 0xFF) / 255
      return value * (value * (value * 0.3053 + 0.6822) + 0.0125)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }
}
