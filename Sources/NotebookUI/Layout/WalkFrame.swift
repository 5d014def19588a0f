import Terminal

/// How the screen of a derivation is divided: a title, the tree, what is said about its row, the keys; rules between.
struct WalkFrame {
  let size: Size

  /// Lines for what is said about the row under the cursor.
  var bottomLines: Int { size.height >= 20 ? 2 : size.width < 60 ? 2 : 1 }
  var upperRule: Int { 1 }
  var lowerRule: Int { size.height - 2 - bottomLines }
  /// Rows of the tree in view.
  var height: Int { max(1, lowerRule - 2) }
}
