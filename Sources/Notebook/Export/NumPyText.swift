import CellLanguage

extension Panel {
  /// The array as a statement for NumPy, to every digit: `K = np.array([[1.0, 0.0], [0.0, 1.0]])`. Nil where there is none.
  package var numPyText: String? {
    guard case .array(let array) = content else { return nil }
    return PythonLiteral.aligned(array, behind: shownName.map { "\($0) = " } ?? "")
  }
}
