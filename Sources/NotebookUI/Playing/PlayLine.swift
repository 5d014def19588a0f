import Notebook
import Terminal

extension State {
  /// How far the demonstration is and the key that it pressed last, at the left of the footer.
  var playLine: StyledLine? {
    guard let playing, playing.isInCharge, layer != .help else { return nil }
    let count = playing.player.demonstration.acts.count
    let act = min(count, playing.player.act + 1)
    let mark = playing.mode == .running ? "▶" : "‖"
    var runs = [Run("\(mark) \(act)/\(count)", Style(.strong))]
    if let pressed = playing.pressed {
      let key = Spelling.keys(pressed.name, ascii: isASCII)
      runs += [Run("  "), Run(" \(key) ", Style(.focus, bold: true))]
    }
    return StyledLine(runs)
  }
}
