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
    case .eight: return fewSteps[min(level / 4, 3)]
    case .sixteen: return moreSteps[min(level * 5 / 16, 4)]
    case .indexed: return ramp256[level / 2]
    case .direct: return direct(between(viridis, level))
    }
  }

  /// - Parameter level: −8 to 8; what is beyond counts as the end.
  static func signed(_ level: Int, _ depth: ColorDepth) -> Shade? {
    let level = min(max(level, -8), 8)
    switch depth {
    case .none: return nil
    case .eight, .sixteen:
      if abs(level) < 2 { return Shade(foreground: 0, background: 7) }
      return level < 0
        ? Shade(foreground: 7, background: 4) : Shade(foreground: 0, background: 3)
    case .indexed: return signed256[(level + 8) / 2]
    case .direct: return direct(between(blueOrange, level + 8))
    }
  }

  private static let fewSteps = [
    Shade(foreground: 7, background: 0), Shade(foreground: 7, background: 4),
    Shade(foreground: 0, background: 6), Shade(foreground: 0, background: 7),
  ]

  private static let moreSteps = [
    Shade(foreground: 15, background: 0), Shade(foreground: 15, background: 4),
    Shade(foreground: 0, background: 6), Shade(foreground: 0, background: 14),
    Shade(foreground: 0, background: 15),
  ]

  /// Viridis among the 256, chosen so that each step is brighter than the one before: the nearest ones are not.
  private static let ramp256 =
    [53, 24].map { Shade(foreground: 231, background: $0) }
    + [30, 36, 42, 114, 120, 191, 227].map { Shade(foreground: 16, background: $0) }

  private static let signed256 =
    [24, 25].map { Shade(foreground: 231, background: $0) }
    + [74, 153, 255, 223, 215].map { Shade(foreground: 16, background: $0) }
    + [130, 94].map { Shade(foreground: 231, background: $0) }

  /// Viridis (van der Walt and Smith, 2015) at its eighths.
  private static let viridis = [
    0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725,
  ]

  /// Blue to orange over near white: ColorBrewer's blue of RdBu, and its orange of PuOr.
  private static let blueOrange = [
    0x053061, 0x2166AC, 0x4393C3, 0x92C5DE, 0xF7F7F7, 0xFDB863, 0xE08214, 0xB35806, 0x7F3B08,
  ]

  private static func direct(_ background: Int) -> Shade {
    // As bright as the grey on which black and white are read equally well.
    Shade(foreground: luminance(background) < 0.179 ? 0xFFFFFF : 0, background: background)
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
