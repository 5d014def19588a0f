/// Makes events of the bytes that a terminal sends.
///
/// A machine that takes one byte at a time, so it doesn't matter how reads cut the stream. A sequence it doesn't know is
/// swallowed whole rather than falling apart into keys, that is, into commands. Only for a lone ESC, and for sequences that
/// never end, does time matter: after `patience` milliseconds of silence, call `flush`.
///
/// Sequences: ECMA-48 for their shapes; xterm's ctlseqs, rxvt's and console_codes(4) for what they mean.
package struct KeyDecoder: Sendable {
  /// The most bytes that one paste may hold; what is beyond is dropped.
  private let pasteLimit: Int
  /// The most bytes of a terminal's answer (OSC, DCS, …) that are swallowed before it counts as broken off.
  static let answerLimit = 1 << 16
  /// The most bytes of an answer that are looked at.
  private static let longestAnswer = 64

  enum State: Equatable {
    case ground
    /// After ESC; `alt` after ESC ESC.
    case escape(alt: Bool)
    /// Between ESC [ and its final byte. The linux console's F1 to F5 are ESC [ [ and a letter.
    case control(alt: Bool), consoleFunction(alt: Bool)
    /// Between ESC O and its final byte.
    case single(alt: Bool)
    /// The three bytes after ESC [ M.
    case mouse
    /// Inside an answer: after ESC and this introducer; of one to a question of ours the beginning is collected.
    case answer(introducer: UInt8, length: Int), answerEscape
    case scalar(alt: Bool)
    case paste(matched: Int)
  }

  private var state = State.ground
  /// What has been collected of a sequence, a scalar or a mouse report.
  private var bytes: [UInt8] = []
  private var paste: [UInt8] = []

  package init(pasteLimit: Int = 1 << 20) {
    self.pasteLimit = pasteLimit
  }

  /// How many milliseconds to wait for the next byte before calling `flush`; nil where nothing is unfinished.
  package var patience: Int? {
    switch state {
    case .ground: nil
    case .escape, .answer(_, length: 0): 25
    case .control, .single: bytes.isEmpty ? 25 : 1000
    case .consoleFunction, .mouse, .answer, .answerEscape, .scalar: 1000
    case .paste: 5000
    }
  }

  /// The events that these bytes complete.
  package mutating func feed(_ input: some Sequence<UInt8>) -> [Event] {
    var events: [Event] = []
    for byte in input { take(byte, &events) }
    return events
  }

  /// Nothing more came: a lone ESC was the key, ESC and a letter were Alt and that letter, a paste is what there is of it;
  /// the beginning of anything else is dropped.
  package mutating func flush() -> [Event] {
    defer { reset() }
    switch state {
    case .escape(let alt): return Array(repeating: .key(.escape), count: alt ? 2 : 1)
    case .control(let alt) where bytes.isEmpty:
      return (alt ? [.key(.escape)] : []) + [.key(.character("["), alt: true)]
    case .single(let alt) where bytes.isEmpty:
      return (alt ? [.key(.escape)] : []) + [.key(.character("O"), alt: true)]
    case .answer(let introducer, length: 0):
      return [.key(.character(Character(Unicode.Scalar(introducer))), alt: true)]
    case .paste: return [.paste(pastedText())]
    default: return []
    }
  }

  private mutating func reset() {
    state = .ground
    bytes = []
    paste = []
  }

  private mutating func take(_ byte: UInt8, _ events: inout [Event]) {
    switch state {
    case .ground: takeKey(byte, alt: false, &events)
    case .escape(let alt): takeAfterEscape(byte, alt: alt, &events)
    case .control(let alt): takeControl(byte, alt: alt, &events)
    case .consoleFunction(let alt):
      finish(with: KeySequences.consoleFunction(byte, alt: alt), &events)
    case .single(let alt): takeSingle(byte, alt: alt, &events)
    case .mouse: takeMouse(byte, &events)
    case .answer(let introducer, let length):
      takeAnswer(byte, introducer: introducer, length: length, &events)
    case .answerEscape:
      if byte == UInt8(ascii: "\\") { return finishAnswer(&events) }
      state = .ground
      takeAfterEscape(byte, alt: false, &events)
    case .scalar(let alt): takeScalar(byte, alt: alt, &events)
    case .paste(let matched): takePaste(byte, matched: matched, &events)
    }
  }

  private mutating func finish(with event: Event?, _ events: inout [Event]) {
    reset()
    if let event { events.append(event) }
  }

  /// What was begun is no sequence: it is dropped, and the byte is looked at afresh.
  private mutating func startOver(with byte: UInt8, _ events: inout [Event]) {
    reset()
    takeKey(byte, alt: false, &events)
  }

  private mutating func takeKey(_ byte: UInt8, alt: Bool, _ events: inout [Event]) {
    if byte == 0x1B {
      state = .escape(alt: false)
    } else if byte >= 0x80 {
      bytes = []
      state = .scalar(alt: alt)
      takeScalar(byte, alt: alt, &events)
    } else {
      finish(with: .key(KeySequences.press(byte, alt: alt)), &events)
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8, alt: Bool, _ events: inout [Event]) {
    bytes = []
    switch byte {
    case 0x1B:
      if alt { events.append(.key(.escape)) }
      state = .escape(alt: true)
    case UInt8(ascii: "["): state = .control(alt: alt)
    case UInt8(ascii: "O"): state = .single(alt: alt)
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      if alt { events.append(.key(.escape)) }
      state = .answer(introducer: byte, length: 0)
    default:
      if alt { events.append(.key(.escape)) }
      takeKey(byte, alt: true, &events)
    }
  }

  private mutating func takeControl(_ byte: UInt8, alt: Bool, _ events: inout [Event]) {
    switch byte {
    case UInt8(ascii: "[") where bytes.isEmpty: state = .consoleFunction(alt: alt)
    case UInt8(ascii: "M") where bytes.isEmpty: state = .mouse
    // rxvt's Shift is a `$` in the place of the final byte, where ECMA-48 has it for an intermediate one.
    case UInt8(ascii: "$") where bytes.allSatisfy({ (0x30...0x39).contains($0) }) && !bytes.isEmpty:
      finish(with: KeySequences.control(bytes, final: byte, alt: alt), &events)
    case 0x20...0x3F: if bytes.count <= KeySequences.longest { bytes.append(byte) }
    case UInt8(ascii: "~") where bytes.elementsEqual("200".utf8):
      reset()
      state = .paste(matched: 0)
    case 0x40...0x7E: finish(with: KeySequences.control(bytes, final: byte, alt: alt), &events)
    default: startOver(with: byte, &events)
    }
  }

  private mutating func takeSingle(_ byte: UInt8, alt: Bool, _ events: inout [Event]) {
    switch byte {
    case 0x30...0x3B: if bytes.count <= KeySequences.longest { bytes.append(byte) }
    case 0x20...0x7E: finish(with: KeySequences.single(bytes, final: byte, alt: alt), &events)
    default: startOver(with: byte, &events)
    }
  }

  private mutating func takeMouse(_ byte: UInt8, _ events: inout [Event]) {
    guard byte >= 0x20 else { return startOver(with: byte, &events) }
    bytes.append(byte)
    if bytes.count == 3 {
      finish(with: MouseReports.x10(bytes[0], x: bytes[1], y: bytes[2]), &events)
    }
  }

  private mutating func takeAnswer(
    _ byte: UInt8, introducer: UInt8, length: Int, _ events: inout [Event]
  ) {
    switch byte {
    case 0x1B: state = .answerEscape
    case 0x07 where introducer == UInt8(ascii: "]"): finishAnswer(&events)
    // Cancel, substitute, and Ctrl-C, which must always get through.
    case 0x18, 0x1A: reset()
    case 0x03: startOver(with: byte, &events)
    default:
      if length >= Self.answerLimit {
        reset()
      } else {
        state = .answer(introducer: introducer, length: length + 1)
        // One byte more than is looked at tells what is too long.
        if introducer == UInt8(ascii: "]"), bytes.count <= Self.longestAnswer { bytes.append(byte) }
      }
    }
  }

  /// Of all that terminals answer, only the colour of the background is asked for.
  private mutating func finishAnswer(_ events: inout [Event]) {
    let background = bytes.count <= Self.longestAnswer ? Background(answer: bytes) : nil
    finish(with: background.map { .background($0) }, &events)
  }

  private mutating func takeScalar(_ byte: UInt8, alt: Bool, _ events: inout [Event]) {
    bytes.append(byte)
    switch PartialScalar.read(bytes) {
    case .whole(let scalar):
      finish(with: KeySequences.character(scalar, alt: alt), &events)
    case .unfinished: break
    case .invalid where bytes.count == 1: reset()
    case .invalid: startOver(with: byte, &events)
    }
  }

  private mutating func takePaste(_ byte: UInt8, matched: Int, _ events: inout [Event]) {
    let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]  // ESC [ 201 ~
    if byte == end[matched] {
      state = .paste(matched: matched + 1)
      if matched + 1 == end.count {
        finish(with: .paste(pastedText()), &events)
      }
      return
    }
    append(end[..<matched])
    state = .paste(matched: byte == 0x1B ? 1 : 0)
    if byte != 0x1B { append(CollectionOfOne(byte)) }
  }

  private mutating func append(_ pasted: some Collection<UInt8>) {
    paste.append(contentsOf: pasted.prefix(pasteLimit - paste.count))
  }

  /// Lines end in `\n`, however the terminal sent them; a character that the cap cuts in two is left out.
  private func pastedText() -> String {
    var whole = paste[...]
    if paste.count == pasteLimit {
      let start = whole.suffix(4).lastIndex { $0 & 0xC0 != 0x80 } ?? whole.endIndex
      if PartialScalar.read(Array(whole[start...])) == .unfinished { whole = whole[..<start] }
    }
    var text: [UInt8] = []
    text.reserveCapacity(whole.count)
    for (index, byte) in whole.enumerated() {
      if byte != 0x0D {
        text.append(byte)
      } else if index + 1 == whole.count || whole[index + 1] != 0x0A {
        text.append(0x0A)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
