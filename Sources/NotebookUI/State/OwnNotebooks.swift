import CellLanguage
import Notebook

/// A notebook of the reader's own that was opened before, for the list of lessons.
struct OwnNotebookEntry: Hashable, Sendable {
  /// Its file's whole path.
  let path: String
  /// Nil where the file is gone or can't be read.
  let outline: LessonOutline?
  /// Why it can't be read.
  let problem: String?

  init(path: String) {
    self.path = path
    do throws(FileProblem) {
      let text = try BoundedFile.readText(path, limit: LessonReader.byteLimit)
      outline = LessonReader.outline(of: text, name: path)
      problem = outline == nil ? "this is no notebook" : nil
    } catch {
      outline = nil
      problem = error.isMissing ? "the file is gone" : error.message
    }
  }

  /// `mine.md`
  var name: String { TextFilter.visible(String(path.split(separator: "/").last ?? "")) }

  var title: String { outline.map { TextFilter.visible($0.title).onOneLine() } ?? name }

  /// All there is to say about it below the list.
  var words: String {
    let place = TextFilter.visible(path).onOneLine()
    return problem.map { "\(place): \($0)" } ?? place
  }
}

extension State {
  /// How many things the list of lessons has to choose from.
  var choiceCount: Int { shelf.lessons.count + home.notebooks.count }

  /// The notebook of one's own at a place of the list.
  func ownNotebook(at index: Int) -> OwnNotebookEntry? {
    home.notebooks[safe: index - shelf.lessons.count]
  }

  /// Has the list offer the notebooks that were opened before; those that are open stand in it anyway.
  mutating func offer(notebooks paths: [String]) {
    let open = Set(
      openReadings.compactMap { $0.session.file?.target }
        + [notebook?.file.target].compactMap(\.self))
    home.notebooks = paths.filter { !open.contains($0) }.map { OwnNotebookEntry(path: $0) }
  }

  /// Opens a notebook of one's own from the list.
  mutating func openNotebook(at path: String) {
    do throws(FileProblem) {
      let file = try NotebookFile(reading: path)
      let (lesson, problems) = LessonReader.read(text: file.text, name: file.name)
      guard let lesson, problems.allSatisfy(\.isBearable) else {
        let first = problems.first.map { "\($0)" } ?? "\(file.name) is no notebook"
        message = .refusal(TextFilter.visible("\(first). qkv verify says all that is wrong."))
        return
      }
      guard !shelf.lessons.contains(where: { $0.id == lesson.id }) else {
        message = .refusal(
          TextFilter.visible(
            "\(file.name) has the id of another in the list, \(lesson.id): open it with qkv \(path)."
          ))
        return
      }
      take(file, of: lesson)
      if let draftFolder { takeSlot(keptDrafts, folder: draftFolder) }
      home.notebooks.removeAll { $0.path == path }
      open(lesson)
      tellOfDraft()
    } catch {
      home.notebooks = home.notebooks.map { OwnNotebookEntry(path: $0.path) }
      message = .refusal(TextFilter.visible("\(path): \(error.message)."))
    }
  }
}
