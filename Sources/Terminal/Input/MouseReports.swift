/// What a mouse report means. Only the left button and the vertical wheel are of use; everything else is nil.
enum MouseReports {
  /// ESC [ < button ; x ; y and `M` for a press, `m` for a release. The first column is 1.
  static func sgr(_ numbers: [Int?], final: UInt8) -> Event? {
    guard numbers.count == 3, let button = numbers[0], let x = numbers[1], let y = numbers[2],
      final == UInt8(ascii: "M") || final == UInt8(ascii: "m")
    else { return nil }
    return event(button, released: final == UInt8(ascii: "m"), x: x - 1, y: y - 1)
  }

  /// ESC [ M and three bytes, each 32 more than its number.
  static func x10(_ button: UInt8, x: UInt8, y: UInt8) -> Event? {
    let button = Int(button) - 32
    return event(button, released: isRelease(button), x: Int(x) - 33, y: Int(y) - 33)
  }

  /// ESC [ button ; x ; y M, the button 32 more than its number.
  static func urxvt(_ numbers: [Int?]) -> Event? {
    guard numbers.count == 3, let button = numbers[0], let x = numbers[1], let y = numbers[2],
      button >= 32
    else { return nil }
    return event(button - 32, released: isRelease(button - 32), x: x - 1, y: y - 1)
  }

  /// Where the button of a release isn't told, 3 stands for it.
  private static func isRelease(_ button: Int) -> Bool {
    button & 0b110_0011 == 3
  }

  private static func event(_ button: Int, released: Bool, x: Int, y: Int) -> Event? {
    guard (0..<10_000).contains(x), (0..<10_000).contains(y), button < 128 else { return nil }
    guard let action = action(button, released: released) else { return nil }
    return .mouse(MouseEvent(action, at: Point(x: x, y: y)))
  }

  private static func action(_ button: Int, released: Bool) -> MouseEvent.Action? {
    let isMotion = button & 32 != 0
    switch button & 0b100_0011 {
    case 64: return released || isMotion ? nil : .wheelUp
    case 65: return released || isMotion ? nil : .wheelDown
    case 0: return released ? .release : isMotion ? .drag : .press
    case 3: return released && !isMotion ? .release : nil
    default: return nil
    }
  }
}
