import Notebook
import Terminal

/// A demonstration under way.
package struct Playing: Sendable {
  package enum Mode: Hashable, Sendable {
    /// Key after key, by itself.
    case running
    /// A key whenever one is asked for.
    case stepping
    /// Somebody has taken over; it waits to go on.
    case leftOff
  }

  /// How fast it runs, slowest first, and what the screen calls that.
  static let paces: [(speed: Double, name: String)] = [
    (0.25, "¼"), (0.5, "½"), (1, "1"), (2, "2"), (4, "4"),
  ]
  static let ordinaryPace = 2

  package internal(set) var player: Player
  package internal(set) var mode = Mode.running
  /// The key that was pressed last.
  var pressed: KeyPress?
  /// Whether its last key left an explanation open.
  var isInWalk = false
  /// What was said last, for those who watch.
  var caption: String?
  /// How long what is on the screen now needs to be seen, at the ordinary pace.
  var look: Look = .command
  /// Where it plays.
  let lesson: String
  let step: Int
  /// The lesson before the first key.
  let before: Session

  init(_ demonstration: Demonstration, in reading: Reading) {
    player = Player(demonstration)
    lesson = reading.lesson.id
    step = reading.step
    before = reading.session
  }

  /// Whether keys are for the demonstration.
  package var isInCharge: Bool { mode != .leftOff }

  /// What people need time for.
  enum Look: Hashable {
    /// The cursor moved, or a character was typed.
    case move, character
    /// Something changed.
    case command
    /// Words, of so many characters.
    case words(Int)

    var milliseconds: Int {
      switch self {
      case .move: 400
      case .character: 300
      case .command: 1500
      case .words(let count): max(1500, min(10_000, 65 * count))
      }
    }
  }
}

extension State {
  /// The milliseconds until the next key of a demonstration that runs by itself; nil where none does.
  package var playDelay: Int? {
    guard let playing, playing.mode == .running, !isTooSmall else { return nil }
    let pace = Playing.paces[playPace].speed
    return Int(exactly: (Double(playing.look.milliseconds) / pace).rounded())
  }

  /// What a step has that can be played, as far as it is shown.
  var demonstrations: [Demonstration] {
    guard layers.contains(.lesson), let reading else { return [] }
    return reading.shownBlocks.compactMap {
      if case .play(let demonstration) = $0 { demonstration } else { nil }
    }
  }
}
