import CellLanguage
import Notebook

extension Command {
  static let new = Command(
    "new", operands: "FILE", "writes a lesson that passes verify, to start from",
    details: [
      "FILE is the lesson's file, best NN-slug.md: its number and id come from there.",
      "A file that is there already is left alone.",
      "It has one of everything that a lesson can have, to be changed piece by piece;",
      "with --empty, one step with nothing in it, and qkv FILE says how to begin.",
    ], options: [NewCommand.title, NewCommand.empty]
  ) { (arguments) throws(CommandFailure) in
    guard let path = try arguments.singleOperand(called: "file") else {
      throw .usage("which file?", advice: "for example qkv new Lessons/27-my-lesson.md")
    }
    try NewCommand.checkName(path)
    let name = LessonName(path)
    let title = try NewCommand.title(arguments) ?? name.title
    try NewCommand.checkNeighbours(of: path, name)
    do throws(FileProblem) {
      try WrittenFile.create(
        arguments.has(NewCommand.empty)
          ? LessonTemplate.empty(id: name.id, title: title)
          : LessonTemplate.text(id: name.id, title: title), at: path)
    } catch {
      throw CommandFailure(error)
    }
    try Output.result(NewCommand.words(path, name))
    return ExitStatus.success
  }
}

enum NewCommand {
  static let title = Option(
    "--title", value: "TITLE", "the lesson's title, else as the file's name")

  static let empty = Option("--empty", "begins with nothing but one empty step")

  static func checkName(_ path: String) throws(CommandFailure) {
    let base = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard base.hasSuffix(".md"), base.count > 3 else {
      let shown = TextFilter.visible(path)
      throw .usage(
        "a lesson's file ends in .md, and '\(shown)' doesn't",
        advice: base.isEmpty || base == ".md"
          ? "write for example \(shown.prefix { $0 != "." })my-lesson.md" : "write \(shown).md")
    }
  }

  static func title(_ arguments: Arguments) throws(CommandFailure) -> String? {
    guard let title = arguments.value(of: title) else { return nil }
    let words = title.split(separator: " ").joined(separator: " ")
    guard !words.isEmpty else { throw .usage("the title is empty", advice: "write --title TITLE") }
    guard words.count <= 200 else {
      throw .usage("the title has more than 200 characters", advice: "take a shorter one")
    }
    guard TextFilter.visible(words) == words else {
      throw .usage(
        "the title has a character that can't be shown: \(TextFilter.visible(words))",
        advice: "leave it out")
    }
    return words
  }

  /// A number or an id that another lesson of the same folder has would make two invalid lessons of one.
  static func checkNeighbours(of path: String, _ name: LessonName) throws(CommandFailure) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let parent = parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
    let folder = LessonFolder(chosen: parent, variable: nil, executable: nil)
    let index = LessonIndex(of: LessonCatalogue(folder))
    // Of a file that is there itself, that alone is said.
    let others = index.entries.filter {
      $0.name != path.split(separator: "/").last.map(String.init)
    }
    guard others.count == index.entries.count, name.number != nil else { return }
    if let same = others.first(where: { $0.number == name.number }) {
      throw .usage(
        "\(TextFilter.visible(same.name)) has the number \(name.number ?? 0) already",
        advice: "the first free number is \(index.firstFreeNumber)")
    }
    if let same = others.first(where: { $0.id == name.id }) {
      throw .usage(
        "\(TextFilter.visible(same.name)) has the id \(name.id) already",
        advice: "the id comes from the file's name: take another")
    }
  }

  static func words(_ path: String, _ name: LessonName) -> String {
    let shown = TextFilter.visible(path)
    let number = name.number.map { "lesson \($0), " } ?? ""
    let typed = shellWord(shown)
    return """
      wrote \(shown): \(number)id \(name.id)
      write it in the notebook or in any editor, and then prove it
        qkv \(typed)
        qkv verify \(typed)
      Lessons/README.md says how lessons are written.

      """
  }

  /// A path as a shell takes it for one word.
  private static func shellWord(_ path: String) -> String {
    let path = path.hasPrefix("-") ? "./" + path : path
    let isPlain = path.utf8.allSatisfy { byte in
      byte > 0x7F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || "-_./+,".utf8.contains(byte)
    }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}
