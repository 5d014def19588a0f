import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// WCAG 2.1, "contrast ratio".
func contrast(_ first: Double, _ second: Double) -> Double {
  (max(first, second) + 0.05) / (min(first, second) + 0.05)
}

/// WCAG 2.1, "relative luminance", of a colour as xterm shows it.
func luminance(_ color: Int, _ depth: ColorDepth) -> Double {
  let rgb = depth == .direct ? color : xterm(color)
  func linear(_ shift: Int) -> Double {
    let value = Double((rgb >> shift) & 0xFF) / 255
    return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
}

func xterm(_ index: Int) -> Int {
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
struct Lab {
  let lightness: Double
  let a: Double
  let b: Double

  func distance(to other: Lab) -> Double {
    let parts = [lightness - other.lightness, a - other.a, b - other.b]
    return parts.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}

func lab(_ rgb: Int, seenWith blindness: ColorBlindness? = nil) -> Lab {
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

func seen(_ rgb: [Double], _ blindness: ColorBlindness) -> [Double] {
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

func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
  matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
}
