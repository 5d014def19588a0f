import Testing

@testable import NotebookUI

struct PanelCodeTests {
  /// Listings are drawn as they were typed: indented, and comments in their column.
  @Test func spacesStay() {
    let code = """
      if hot:
          sold = 40     # a lot
          rain  = 0     # none
      """
    #expect(
      PanelBox.code(code, width: 40).map(\.text) == [
        "if hot:", "    sold = 40     # a lot", "    rain  = 0     # none",
      ])
    #expect(
      PanelBox.code("a = 1     # broken here", width: 14).map(\.text) == [
        "a = 1     #", "    broken", "    here",
      ])
  }
}
