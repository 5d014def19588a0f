import CellLanguage

/// What Python with NumPy answers and the cell language refuses, each with the words it is known by.
enum Unsupported {
  private static let rows: [(words: String, reason: String)] = [
    ("an array without entries is not made", "arrays without entries"),
    ("takes a matrix, not", "tril, triu and diag of anything but a matrix"),
    ("batches differ", "attention that broadcasts over batches"),
    ("holds booleans", "numeric functions of booleans"),
    ("surprising answer in NumPy", "arithmetic of two boolean arrays"),
    ("has at most 4 axes", "more than four axes"),
    ("whole numbers can't be divided by zero", "integer division by zero, 0 in NumPy"),
    ("of single numbers has no keepdims", "keepdims for a single number"),
    ("dot takes vectors and matrices", "dot beyond matrices"),
    ("is one thing in Python and another in NumPy", "max and min of two numbers"),
    ("the array has 0 axes", "a single number along an axis"),
    ("division by zero", "division of plain numbers by zero, where NumPy's gave nan"),
    ("is no real number", "a power that is complex in Python, nan in NumPy"),
    ("doesn't take an array of length", "attention of a vector"),
    ("don't fit: their sizes differ", "a mask of more axes than the weights"),
    ("query heads can't share", "attention that broadcasts over heads"),
    ("is too large for a float", "a power of plain numbers beyond float64"),
    ("a whole number beyond 2⁵³", "integers beyond 2⁵³"),
    ("True or False alone is not an index", "a single boolean as an index"),
  ]

  static func reason(for diagnostic: Diagnostic) -> String? {
    rows.first { diagnostic.message.contains($0.words) }?.reason
  }
}
