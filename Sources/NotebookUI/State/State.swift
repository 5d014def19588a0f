package import Notebook
package import Terminal

/// All that the notebook shows: a value, which `update` changes and `draw` reads.
package struct State: Sendable {
  /// What lies on the screen; the last one is on top and takes the keys.
  package enum Layer: Hashable, Sendable {
    case home, lesson, walk, help, finder, copy, mending, notes
  }

  package var size: Size { didSet { keptPage = nil } }
  package var shelf: Shelf
  package var layers: [Layer] = [.home]
  package var home = Home()
  /// The lesson that is open.
  package var reading: Reading? { didSet { keptPage = nil } }
  /// The step as it was laid out last, until something changes that it was laid out from.
  var keptPage: StepPage?
  /// Those that were open before, by the lessons' ids, as they were left.
  package private(set) var left: [String: Reading] = [:]
  /// What was kept of each lesson when the notebook was opened, by the lessons' ids.
  package var progress: [String: LessonProgress] = [:]
  /// The id of the lesson that was read last, in this run or before it.
  package var latest: String?
  /// The lesson whose earlier edits are to be taken up.
  var wantsHistory: String?
  package var help = Help()
  /// What is looked for, while it is.
  package var finder: Finder?
  /// The matrix that is shown as text, while it is.
  package var copy: Copy?
  /// The notebook that is to be proved as soon as there is time.
  package internal(set) var proving: Proving?
  /// What was found to be mended in a notebook when it was last proved.
  package internal(set) var mending: Mending?
  /// The notebook's file that is written in this run.
  package var notebook: OpenNotebook?
  /// Under which the drafts of files are kept, by their whole paths.
  var draftKeys: [String: String] = [:]
  /// Where locks on drafts are kept; nil where nothing is.
  var draftFolder: String?
  /// What wasn't saved of notebooks when qkv began, by what they are kept under.
  var keptDrafts: [String: Draft] = [:]
  /// The id of its lesson.
  package var notebookLesson: String?
  /// The whole paths of the notebooks' files that are written in this run, by the ids under which the list has them.
  var writtenFiles: [String: String] = [:]
  /// Why files of the reader's own that were opened to be read can't be written, by their lessons' ids.
  var obstacles: [String: String] = [:]
  /// Whether the reader is new: a hint says how to begin, until the first change.
  package var isNew = false
  /// Whether what the reader does is kept.
  package internal(set) var keeping = Kept.saved
  /// Whether clicks come to the notebook.
  package var usesMouse = true
  /// Whether what is copied is sent to the clipboard.
  package var usesClipboard = false
  /// What stands between here and the clipboard.
  package var clipboardWay = ClipboardWay.none
  /// What was sent there by the last key.
  var sent: Copy?
  /// Whether the last key began a number where none can stand.
  var isNumberRefused = false
  /// What the last click chose, until a key is pressed: an option of a question is answered by another click on it.
  var clicked: Focus?
  /// Whether a text is typed in a step where none is taken, until it pauses.
  var isStrayText = false
  /// How often the next key is meant.
  var count: Int?
  /// Where jumps left from, the last one last.
  var jumps: [LeftPlace] = []
  /// The last search.
  var found: Found?
  /// Where the cursor was brought into sight by this key already: laying a step out again for that would show the same.
  var sightShown: Sight?
  /// What is lit up on the screen until the next key: the text that was found.
  var lit: String?
  /// The derivation that is open.
  package internal(set) var walk: Walk?
  /// Whether lessons are shown to a room: revealed at their pauses, with large spacing, from their beginning.
  package internal(set) var isRoom = false { didSet { keptPage = nil } }
  /// What the spacing was chosen for.
  var spacedPlace: SpacedPlace?
  /// Whether the step leaves room beside it for the derivation on a tall screen.
  var leavesRoomBeside = false { didSet { keptPage = nil } }
  /// What is followed, where this is the speaker's terminal.
  package internal(set) var notes: Notes?
  /// The demonstration that plays itself, or waits to go on.
  package internal(set) var playing: Playing?
  /// How fast demonstrations run: an index of their paces.
  var playPace = Playing.ordinaryPace
  package var message: Message?
  /// What the last key warned of: asked for again, it is done.
  package internal(set) var confirming: Action?
  /// Whether formulas are spelled without `×` and `√`.
  package let isASCII: Bool
  /// What keys do.
  package internal(set) var bindings: Bindings
  /// What of a step a reader sees before they have guessed.
  package var standardReveal = Reveal.guesses
  /// Decimals where a lesson doesn't say how many.
  package var standardDigits: Int?
  /// How far a nudge goes until the reader chooses another step.
  package var standardNudge = Reading.standardNudge

  package init(size: Size, shelf: Shelf, ascii: Bool = false, bindings: Bindings = .standard) {
    self.size = size
    self.shelf = shelf
    self.isASCII = ascii
    self.bindings = bindings
  }

  package var layer: Layer { layers.last ?? .home }

  /// Whether a message can be seen where the reader is.
  var showsMessages: Bool {
    [.home, .lesson, .notes].contains(layer) && !isTooSmall && reading?.editing == nil
      && reading?.writing == nil
  }

  /// Shows a lesson from its beginning, or as the reader left it, in this run or before it.
  package mutating func open(_ lesson: Lesson) {
    if let reading, reading.lesson.id != lesson.id { left[reading.lesson.id] = reading }
    // The id of a notebook that is written may be another by now.
    let file = writtenFiles[lesson.id]
    if let file, let written = left.first(where: { $1.session.file?.target == file })?.key {
      reading = left.removeValue(forKey: written)
    } else if reading?.lesson.id != lesson.id {
      reading = left.removeValue(forKey: lesson.id) ?? newReading(of: lesson)
    }
    latest = lesson.id
    layers = [.home, .lesson]
    home.select(lesson.id, in: shelf)
    refreshStep()
  }

  private mutating func newReading(of lesson: Lesson) -> Reading {
    let kept = isRoom ? nil : progress[lesson.id]
    var session = session(of: lesson, keeping: kept)
    // From the last row nobody reads more than two.
    let digits = isRoom ? standardDigits.map { min($0, 2) } : standardDigits
    if let digits { session.show(digits: digits) }
    let curtain =
      isRoom
      ? Curtain(.room)
      : session.isAuthoring ? nil : standardReveal.curtain(firstUnread: kept?.step ?? 0)
    var reading = Reading(
      session: session, step: kept?.step ?? 0, curtain: curtain, bindings: bindings)
    reading.nudgeStep = standardNudge
    reading.isSparing = isRoom
    if !isRoom, !session.isAuthoring { wantsHistory = lesson.id }
    return reading
  }

  private func session(of lesson: Lesson, keeping kept: LessonProgress?) -> Session {
    if let notebook, lesson.id == notebookLesson,
      let session = Session.writing(notebook.file, draft: notebook.draft, progress: kept).session
    {
      return session
    }
    return kept.map { Session(lesson: lesson, progress: $0) } ?? Session(lesson: lesson)
  }

  /// Chooses the lesson that was read last, where the list is shown first.
  package mutating func selectLatest() {
    if let latest { home.select(latest, in: shelf) }
  }
}

/// What becomes of what a reader does.
package enum Kept: Hashable, Sendable {
  case saved
  /// They wanted nothing kept.
  case nothing
  /// It can't be written.
  case failing

  /// In the header, where it isn't as everywhere.
  var words: String? {
    switch self {
    case .saved: nil
    case .nothing: "not kept"
    case .failing: "NOT SAVED"
    }
  }
}

/// The list of lessons.
package struct Home: Hashable, Sendable {
  package var selected = 0
  /// The notebooks of the reader's own that were opened before and aren't open now, below the lessons.
  var notebooks: [OwnNotebookEntry] = []
  /// Letters typed one after another that mean nothing in the list: from the second on it is a text that is typed.
  var strayLetters = 0

  mutating func select(_ lesson: String, in shelf: Shelf) {
    selected = shelf.lessons.firstIndex { $0.id == lesson } ?? selected
  }
}

/// The help screen: what is looked for, and how far it is scrolled.
package struct Help: Hashable, Sendable {
  package var search = TextField()
  package var scroll = 0
}
