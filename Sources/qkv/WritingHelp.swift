import Notebook
import NotebookUI

/// How a notebook of one's own is written, from the tables of keys and forms.
enum WritingHelp {
  static var text: String {
    (beginning + [""] + keys + [""] + forms + [""] + end).joined(separator: "\n") + "\n"
  }

  private static let beginning =
    ["A notebook of your own"]
    + [
      ("qkv new mine.md", "begins one that has one of everything; with --empty, an empty one"),
      ("qkv mine.md", "opens it, to read and to write; nothing goes into it until you save"),
      ("qkv verify mine.md", "proves it: what is wrong, where, and what to do"),
    ].flatMap { HelpTopics.lines(of: $0.0, $0.1) }

  private static var keys: [String] {
    let section = Bindings.reference.first { section in
      section.rows.contains { $0.keys.contains("Ctrl-S") && $0.help.contains("Save") }
    }
    return ["Keys, in it"]
      + (section?.rows ?? []).flatMap { HelpTopics.lines(of: $0.keys, $0.help) }
  }

  private static var forms: [String] {
    ["Forms to fill in, put at the cursor"]
      + Skeleton.allCases.flatMap { HelpTopics.lines(of: ":add \($0.rawValue)", $0.help) }
  }

  private static let end = [
    "Text is Markdown: **strong**, `code`, $x^2$, and {A[0, 1]:.2f} for a number that",
    "follows the cells. Cells are Python: qkv help functions lists what they can call.",
    "Undo and the pin last until you quit. Lessons/README.md explains every form.",
  ]
}
