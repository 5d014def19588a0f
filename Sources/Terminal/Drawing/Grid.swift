/// A whole frame: what every cell of the screen shows. Views draw into it; a screen sends what differs.
package struct Grid: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    /// One grapheme of one or two columns; empty in the second column of a wide one.
    package var text: String
    package var style: Style

    package init(_ text: String, _ style: Style) {
      self.text = text
      self.style = style
    }

    package static let blank = Cell(" ", .text)
  }

  package let size: Size
  package var cells: [Cell]
  /// Where the terminal's real cursor stands; hidden where nil.
  package var cursor: Point?

  package init(size: Size) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    self.cells = Array(repeating: .blank, count: self.size.width * self.size.height)
  }

  package subscript(x: Int, y: Int) -> Cell {
    get { cells[y * size.width + x] }
    set { cells[y * size.width + x] = newValue }
  }
}
