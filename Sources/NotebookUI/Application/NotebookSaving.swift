import CellLanguage
package import Notebook

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A notebook's file that is written here, and what of it wasn't saved when it was left.
package struct OpenNotebook: Hashable, Sendable {
  package let file: NotebookFile
  package var draft: Draft?
  /// Whether another qkv writes the file too.
  package var isShared = false
  /// How many other drafts of it were left behind.
  package var waitingDrafts = 0

  package init(_ file: NotebookFile, draft: Draft? = nil) {
    self.file = file
    self.draft = draft
  }
}

extension State {
  /// Begins with a notebook that is written; it stands in the list, to come back to.
  mutating func take(_ file: NotebookFile, of lesson: Lesson) {
    notebook = OpenNotebook(file)
    notebookLesson = lesson.id
    writtenFiles[lesson.id] = file.target
    if !shelf.lessons.contains(where: { $0.id == lesson.id }) {
      shelf.lessons.append(ShelvedLesson(lesson))
    }
  }

  /// Takes up what wasn't saved of the notebook that is written; what another qkv writes of it stays apart.
  ///
  /// - Parameters:
  ///   - drafts: all that are kept.
  ///   - folder: of the progress.
  mutating func takeSlot(_ drafts: [String: Draft], folder: String) {
    guard let target = notebook?.file.target else { return }
    let slot = NotebookSlot(for: target, drafts: drafts, folder: folder)
    draftFolder = folder
    draftKeys[target] = slot.key
    notebook?.draft = drafts[slot.key]
    notebook?.isShared = slot.isShared
    notebook?.waitingDrafts = slot.waiting
  }

  /// Under which the draft of a file is kept.
  func draftKey(of file: NotebookFile) -> String { draftKeys[file.target] ?? file.target }

  /// Writes the notebook into its file, or into one of another name, which is its file from then on.
  mutating func write(to path: String?) {
    guard let session = reading?.session, let file = session.file else {
      message = .refusal(
        "This lesson isn't yours to write: what you add is kept with your progress.")
      return
    }
    let text = session.markdown
    do throws(NotebookFile.Problem) {
      let written: NotebookFile
      if let path = path.map({ Self.expanded($0.trimmed()) }) {
        guard path.hasSuffix(".md") else {
          throw .file(FileProblem(path: path, "a notebook's file ends in .md"))
        }
        written = try file.saving(text, as: path)
        if let draftFolder {
          let slot = NotebookSlot(for: written.target, drafts: [:], folder: draftFolder)
          draftKeys[written.target] = slot.key
        }
      } else {
        written = try file.saving(text)
      }
      reading?.session.noteSaved(written)
      for (id, target) in writtenFiles where target == file.target {
        writtenFiles[id] = written.target
      }
      proveSaved(written)
      message = .note(TextFilter.visible("\(written.name) is saved\(session.failures)."))
    } catch {
      message = .refusal(TextFilter.visible("\(error.message); \(error.advice)."))
    }
  }

  /// `~/notes.md`, as a shell has it.
  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  /// The notebooks of this run that aren't saved, by their files' names.
  var unsavedNotebooks: [String] {
    openReadings.filter { $0.session.isUnsaved }.compactMap { $0.session.file?.path }.sorted()
  }

  /// Says that a notebook is opened only to be read.
  ///
  /// - Parameter obstacle: why it can't be written, as a sentence.
  mutating func tell(_ obstacle: String, to lesson: Lesson) {
    obstacles[lesson.id] = obstacle
    let before = message.map { $0.text + " " } ?? ""
    message = .refusal(
      before + TextFilter.visible("\(obstacle): it is opened to be read, and \(wordsOfKeeping)."))
  }

  /// Whether what is done in a lesson stays.
  private var wordsOfKeeping: String {
    switch keeping {
    case .saved: "what you do is kept with your progress"
    case .nothing: "nothing you do is kept"
    case .failing: "what you do can't be kept now"
    }
  }

  /// What is said to who wants to save a lesson that is read.
  var wordsOfUnwritten: Message {
    if let obstacle = reading.flatMap({ obstacles[$0.lesson.id] }) {
      return .refusal(
        TextFilter.visible(
          "\(obstacle), so \(wordsOfKeeping). To write it, make a copy in the shell and open that."
        ))
    }
    if isRoom || keeping == .nothing {
      return .note("Nothing is kept here; a lesson's file stays as it is.")
    }
    return keeping == .failing
      ? .refusal("What you do can't be saved now; a lesson's file stays as it is.")
      : .note("What you do here is saved by itself; a lesson's file stays as it is.")
  }

  /// What becomes of a notebook that isn't saved and is left for the list.
  mutating func tellOfUnsaved() {
    guard let session = reading?.session, session.isUnsaved, let file = session.file else { return }
    switch keeping {
    case .saved:
      message = .note(TextFilter.visible("\(file.name) isn't saved yet; what you wrote is kept."))
    case .nothing:
      message = .refusal(
        TextFilter.visible("\(file.name) isn't saved yet, and nothing is kept when you quit."))
    case .failing:
      message = .refusal(
        TextFilter.visible("\(file.name) isn't saved, and what you wrote can't be kept."))
    }
  }

  /// What there is to say of a notebook that is opened, where something of it wasn't saved.
  mutating func tellOfDraft() {
    guard let session = reading?.session, let file = session.file, let notebook else { return }
    var words: [String] = []
    if notebook.isShared {
      words.append(
        "\(file.name) is open in another qkv as well: what each writes is kept apart, and the second to save is asked for another name."
      )
    }
    if session.isUnsaved {
      words.append(
        file.isOthers
          ? "\(file.name) was changed by another program; this is yours, which wasn't saved: write it under another name."
          : "What you hadn't saved in \(file.name) is back.")
    }
    if let obstacle = NotebookFile.obstacle(to: file.path) {
      words.append("\(obstacle): :write ~/\(file.name), or another name, saves what you write.")
    }
    if notebook.waitingDrafts > 0 {
      words.append("Another draft of it waits: a second qkv beside this one brings it back.")
    }
    guard !words.isEmpty else { return }
    let text = TextFilter.visible(words.joined(separator: " "))
    message = words.count == 1 && session.isUnsaved && !file.isOthers ? .note(text) : .refusal(text)
  }
}

extension Session {
  /// `, 2 cells have an error`
  fileprivate var failures: String {
    let count = cellOrder.count { cell in
      panels(of: cell).contains { if case .failure = $0.content { true } else { false } }
    }
    return count == 0 ? "" : count == 1 ? "; one cell has an error" : "; \(count) cells have errors"
  }
}
