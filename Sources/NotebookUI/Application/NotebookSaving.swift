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
    if !shelf.lessons.contains(where: { $0.id == lesson.id }) {
      shelf.lessons.append(ShelvedLesson(lesson))
    }
  }

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
      } else {
        written = try file.saving(text)
      }
      reading?.session.noteSaved(written)
      message = .note(TextFilter.visible("\(written.name) is saved\(session.failures)."))
    } catch {
      message = .refusal(TextFilter.visible("\(error.message): \(error.advice)."))
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

  /// What there is to say of a notebook that is opened, where something of it wasn't saved.
  mutating func tellOfDraft() {
    guard let session = reading?.session, session.isUnsaved, let file = session.file else { return }
    message =
      file.isOthers
      ? .refusal(
        TextFilter.visible(
          "\(file.name) was changed by another program; this is yours, which wasn't saved: write it under another name."
        ))
      : .note(TextFilter.visible("What you hadn't saved in \(file.name) is back."))
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
