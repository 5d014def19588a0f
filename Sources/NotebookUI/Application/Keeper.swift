import CellLanguage
package import Notebook

/// Keeps what the reader does: when the keys have paused, and before a second is over where they don't.
///
/// Writing takes milliseconds in which no key is looked at, so it isn't done at every key.
package struct Keeper {
  /// Adds changes to what is kept, waiting for other writers at most so long, and gives what is kept then.
  package typealias Write = ([ProgressChange], Duration) throws(ProgressProblem) -> ProgressDocument

  /// So long no key has come when the reader pauses.
  static let pauseInMilliseconds = 150
  static let pause: Duration = .milliseconds(pauseInMilliseconds)
  /// After this it is written although keys keep coming, so that a commit is on disk within a second.
  static let longest: Duration = .milliseconds(700)
  /// How long after a failure it is tried again, where nothing else is changed.
  static let retryPause: Duration = .seconds(5)
  /// How long another notebook's writing may hold up the keys; how long the end of the program.
  static let patience: Duration = .milliseconds(100)
  static let lastPatience: Duration = .seconds(1)

  private let write: Write?
  private var histories: HistoryKeeper?
  /// As it is kept, as far as this notebook knows.
  private var saved: [String: LessonProgress]
  private var savedLatest: String?
  /// Of the notebooks that are written, by what `State.draftKey` says.
  private var savedDrafts: [String: Draft]
  /// The notebooks that are kept as those opened last.
  private var savedNotebooks: [String] = []
  private var place: Place
  private var unsavedSince: ContinuousClock.Instant?
  /// When what couldn't be written is tried again: room may have been made.
  private var retryAt: ContinuousClock.Instant?
  /// What the reader was told that keeps it from being written.
  private var trouble: ProgressProblem?
  private var busySince: ContinuousClock.Instant?

  private struct Place: Hashable {
    var lesson: String?
    var step: Int?
  }

  /// - Parameters:
  ///   - state: with the progress that is kept.
  ///   - write: nil keeps nothing.
  ///   - histories: where what can be undone is kept; nil keeps nothing of it.
  ///   - latest: the lesson that is kept as the last one read.
  ///   - problem: what the reader was told already.
  package init(
    _ state: State, write: Write?, histories: HistoryKeeper? = nil, latest: String? = nil,
    told problem: ProgressProblem? = nil
  ) {
    self.write = write
    self.histories = histories
    trouble = problem
    saved = state.progress
    savedLatest = latest
    savedDrafts =
      state.notebook.flatMap { notebook in
        notebook.draft.map { [state.draftKey(of: notebook.file): $0] }
      } ?? [:]
    place = Place(lesson: latest)
  }

  // MARK: - When

  /// Something changed that is to be kept.
  mutating func noteChange(at now: ContinuousClock.Instant) {
    unsavedSince = unsavedSince ?? now
  }

  /// Turning the pages is kept too, though no effect tells of it.
  mutating func notePlace(_ state: State, at now: ContinuousClock.Instant) {
    let next = Place(lesson: state.latest, step: state.reading?.step)
    if next != place { noteChange(at: now) }
    place = next
  }

  /// Takes up what can be undone in a lesson that an event has just opened.
  mutating func recall(_ state: inout State) {
    if let open = state.reading?.lesson.id { histories?.note(open) }
    guard let lesson = state.wantsHistory else { return }
    state.wantsHistory = nil
    histories?.recall(lesson, in: &state)
  }

  /// How many milliseconds to wait for keys before it is time to write; nil where nothing is to be written.
  func wait(at now: ContinuousClock.Instant) -> Int? {
    guard write != nil else { return nil }
    let toWrite = unsavedSince.map { min(Self.pause, now.duration(to: $0 + Self.longest)) }
    guard let left = (toWrite ?? retryAt.map { now.duration(to: $0) })?.components else {
      return nil
    }
    return max(0, Int(left.seconds) * 1000 + Int(left.attoseconds / 1_000_000_000_000_000))
  }

  func isDue(hasPaused: Bool, at now: ContinuousClock.Instant) -> Bool {
    guard write != nil else { return false }
    guard let unsavedSince else { return retryAt.map { now >= $0 } ?? false }
    return hasPaused || now >= unsavedSince + Self.longest
  }

  // MARK: - Writing

  /// Writes what isn't written yet.
  ///
  /// - Returns: what to tell the reader: once that it can't be kept, and once that it can again.
  mutating func save(
    _ state: inout State, patience: Duration = Self.patience, at now: ContinuousClock.Instant
  ) -> Message? {
    unsavedSince = nil
    retryAt = nil
    do throws(ProgressProblem) {
      try write(&state, patience)
      busySince = nil
      if write != nil { state.keeping = .saved }
      defer { trouble = nil }
      let isAgain = trouble != nil
      let problem = histories?.save(&state, patience)
      if problem?.kind == .busy { unsavedSince = now }
      return isAgain
        ? .note("What you do is saved again.")
        : problem.flatMap { histories?.message($0) }
    } catch {
      let message = trouble(error, at: now)
      retryAt = now + Self.retryPause
      if trouble != nil { state.keeping = .failing }
      return message
    }
  }

  /// Before the program ends.
  ///
  /// - Returns: what ending it loses.
  mutating func finish(_ state: inout State) -> Loss? {
    guard write != nil else {
      let unsaved = state.unsavedNotebooks
      return unsaved.isEmpty ? nil : Loss(notebooks: unsaved, because: nil)
    }
    do throws(ProgressProblem) {
      try write(&state, Self.lastPatience)
    } catch {
      state.keeping = .failing
      return Loss(
        notebooks: state.notebooks(besides: savedDrafts),
        isOfLessons: changes(of: state).contains(where: \.isWork), because: error)
    }
    return histories?.save(&state, Self.lastPatience).map { Loss(isOfHistory: true, because: $0) }
  }

  private mutating func write(_ state: inout State, _ patience: Duration) throws(ProgressProblem) {
    guard let write else { return }
    let changes = changes(of: state)
    if changes.isEmpty { return }
    let kept = try write(changes, patience)
    saved = kept.lessons.merging(state.openProgress) { _, ours in ours }
    savedLatest = state.latest
    savedDrafts = state.openDrafts
    savedNotebooks = state.openNotebooks
    state.progress = saved
  }

  private func changes(of state: State) -> [ProgressChange] {
    let now = state.openProgress
    let lessons = state.openLessons.sorted { $0.id < $1.id }
    var changes = lessons.flatMap { lesson in
      ProgressChange.between(
        saved[lesson.id] ?? LessonProgress(), now[lesson.id] ?? LessonProgress(), of: lesson)
    }
    if let latest = state.latest, latest != savedLatest { changes.append(.last(latest)) }
    let drafts = state.openDrafts
    let paths = Set(drafts.keys).union(savedDrafts.keys).filter { drafts[$0] != savedDrafts[$0] }
    changes += state.openNotebooks.filter { !savedNotebooks.contains($0) }.map {
      .notebook(path: $0)
    }
    return changes + paths.sorted().map { .draft(drafts[$0], path: $0) }
  }

  /// A busy file is tried again, and told of only when that goes on.
  private mutating func trouble(
    _ problem: ProgressProblem, at now: ContinuousClock.Instant
  ) -> Message? {
    if problem.kind == .busy {
      unsavedSince = now
      busySince = busySince ?? now
      if let busySince, now < busySince + .seconds(2) { return nil }
    }
    if trouble == problem { return nil }
    trouble = problem
    return Self.message(problem)
  }

  /// What a presenter is told once.
  static func message(notFollowed problem: ProgressProblem) -> Message {
    .refusal(TextFilter.visible("qkv notes can't follow. \(problem.line)"))
  }

  /// What the reader is told once.
  package static func message(_ problem: ProgressProblem) -> Message {
    .refusal(TextFilter.visible("What you do is not being saved. \(problem.line)"))
  }
}

extension State {
  var openReadings: [Reading] { left.values + (reading.map { [$0] } ?? []) }

  /// The lessons opened in this run, in no order.
  fileprivate var openLessons: [Lesson] { openReadings.map(\.lesson) }

  /// The files of the notebooks that are written in this run, by their whole paths.
  fileprivate var openNotebooks: [String] {
    openReadings.compactMap { $0.session.file?.target }.sorted()
  }

  /// What isn't saved of notebooks that are written, by `draftKey`.
  fileprivate var openDrafts: [String: Draft] {
    Dictionary(
      openReadings.compactMap { reading in
        reading.session.file.flatMap { file in
          reading.session.draft.map { (draftKey(of: file), $0) }
        }
      }
    ) { _, latest in latest }
  }

  /// The files of the notebooks of which neither the file nor what is kept has all that was written.
  fileprivate func notebooks(besides kept: [String: Draft]) -> [String] {
    openReadings.filter { reading in
      guard let file = reading.session.file, let draft = reading.session.draft else { return false }
      return kept[draftKey(of: file)] != draft
    }
    .compactMap { $0.session.file?.path }.sorted()
  }

  /// What is to be kept of them, by their ids.
  fileprivate var openProgress: [String: LessonProgress] {
    Dictionary(openReadings.map { ($0.lesson.id, $0.session.progress(step: $0.step)) }) {
      _, latest in latest
    }
  }
}
